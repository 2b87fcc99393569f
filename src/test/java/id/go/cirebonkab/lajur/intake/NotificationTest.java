package id.go.cirebonkab.lajur.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationTest {

    @Test
    void anAnonymousReportHasNoName() {
        assertThat(notification("Judul", "isi", true, "Budi").reporterName()).isNull();
        assertThat(notification("Judul", "isi", false, "Budi").reporterName()).isEqualTo("Budi");
    }

    @Test
    void whatPostgresRefusesIsReplacedAndLinesAndTabsAreKept() {
        var read = notification("Ju\u0000dul\nbaru", "a\u0000b\u0007c\u0085d\r\ne\rf\tg\ud800h😀", false, " \u00a0 ");
        assertThat(read.title()).isEqualTo("Ju\uFFFDdul baru");
        assertThat(read.content()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\ne\nf\tg\uFFFDh😀");
        assertThat(read.reporterName()).isNull();
    }

    @Test
    void blanksAndUnseenMarksAroundATextAreNoPartOfIt() {
        assertThat(notification("\u200f \u00a0Judul\u200e", "\ufeff isi \n", false, null))
                .isEqualTo(notification("Judul", "isi", false, null));
    }

    @Test
    void nothingIsCutSilently() {
        assertThat(notification("😀".repeat(500), "😀".repeat(50_000), false, "x".repeat(300)))
                .isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> notification("x".repeat(501), "isi", false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> notification("x", "i".repeat(50_001), false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> notification("x", "isi", false, "x".repeat(301)));
    }

    @Test
    void contentThatIsNotSeenIsNoContent() {
        assertThatIllegalArgumentException().isThrownBy(() -> notification("x", " \u200b\u00a0\n", false, null));
    }

    @Test
    void aLogLineTellsNothingOfTheReporter() {
        assertThat(notification("Judul", "rahasia sekali", false, "Budi").toString())
                .contains("#1916449")
                .doesNotContain("Budi", "rahasia sekali", "Judul");
    }

    @Test
    void anAttachedFileHasNoFoldersInItsNameAndAPlainContentType() {
        assertThat(new AttachedFile("../../etc/pass\u0000wd", "Image/PNG; charset=x", new byte[0]))
                .isEqualTo(new AttachedFile("pass\uFFFDwd", "image/png", new byte[0]));
        assertThat(new AttachedFile("C:\\foto\\jalan.jpg", "gambar", new byte[0]))
                .isEqualTo(new AttachedFile("jalan.jpg", "application/octet-stream", new byte[0]));
        assertThat(new AttachedFile("..", "a/b\r\nX: y", new byte[0]))
                .isEqualTo(new AttachedFile("lampiran", "application/octet-stream", new byte[0]));
        assertThat(new AttachedFile("a", "a/b", new byte[] {1}))
                .isNotEqualTo(new AttachedFile("a", "a/b", new byte[] {2}));
    }

    private static Notification notification(
            String title, String content, boolean anonymous, @Nullable String reporterName) {
        return new Notification(
                new TrackingId(1916449),
                title,
                content,
                null,
                null,
                null,
                null,
                anonymous,
                false,
                reporterName,
                null,
                null,
                List.of());
    }
}
