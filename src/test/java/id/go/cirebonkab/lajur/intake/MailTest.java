package id.go.cirebonkab.lajur.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Unreadable.Reason;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final String LINES = """
            Tracking ID: 1916449
            Judul Laporan: Jalan rusak
            Lokasi: Jl. Sunan Drajat
            Nama Pelapor: Budi
            Anonim: Tidak
            Waktu Laporan: 06-07-2026 20:00:00 WIB
            Isi Laporan:
            Berlubang “sejak” Juni.
            Mohon diperbaiki.
            """;

    private static final Notification READ = new Notification(
            new TrackingId(1916449),
            "Jalan rusak",
            "Berlubang “sejak” Juni.\nMohon diperbaiki.",
            null,
            null,
            null,
            "Jl. Sunan Drajat",
            false,
            false,
            "Budi",
            null,
            Instant.parse("2026-07-06T13:00:00Z"),
            List.of());

    @Test
    void aPlainMailIsRead() throws Unreadable {
        assertThat(Mail.read(mail("Content-Type: text/plain; charset=utf-8", LINES)))
                .isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quoted-printable", "base64"})
    void itsEncodingIsUndone(String encoding) throws Unreadable {
        var body = encoding.equals("base64")
                ? Base64.getMimeEncoder().encodeToString(LINES.getBytes(UTF_8))
                : quotedPrintable(LINES);

        assertThat(Mail.read(mail(
                        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: " + encoding, body)))
                .isEqualTo(READ);
    }

    @ParameterizedTest(name = "written in {0}, said to be {1}")
    @CsvSource({
        "windows-1252, windows-1252",
        "utf-8, us-ascii",
        "utf-8, x-tidak-ada",
        "utf-8, '*!?'",
        "windows-1252, utf-8",
        "utf-16, utf-16"
    })
    void itsCharsetIsTheOneThatTheBytesAreIn(String written, String said) throws Unreadable {
        var head = head("Content-Type: text/plain; charset=\"" + said + "\"");

        assertThat(Mail.read(joined(head.getBytes(UTF_8), LINES.getBytes(Charset.forName(written)))))
                .isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                <html><head><title>Judul: bukan</title><style>p {}</style></head><body><table>
                <tr><td>Tracking ID</td><td>: 1916449</td></tr>
                <tr><th>Judul Laporan</th><td><b>Jalan
                  rusak</b></td></tr>
                <tr><td><p>Lokasi</p></td><td><p>Jl. Sunan&nbsp;Drajat</p></td></tr>
                <tr><td>Nama Pelapor</td><td>:</td><td>Budi</td></tr>
                <tr><td>Anonim</td><td>Tidak</td></tr>
                <tr><td>Waktu Laporan</td><td>06-07-2026 20:00:00 WIB</td></tr>
                <tr><td>Isi Laporan</td><td>Berlubang &ldquo;sejak&rdquo; Juni.<br>Mohon diperbaiki.</td></tr>
                </table></body></html>""", """
                <div>Halo</div><div style="display: none">Judul: tersembunyi</div><p><b>Tracking ID:</b> 1916449</p>
                <p><b>Judul Laporan:</b> Jalan rusak</p><p><b>Lokasi:</b> Jl. Sunan Drajat</p>
                <p><b>Nama Pelapor:</b> Budi</p><p><b>Anonim:</b> Tidak</p>
                <p><b>Waktu Laporan:</b> 06-07-2026 20:00:00 WIB</p>
                <p><b>Isi Laporan:</b><br>Berlubang “sejak” Juni.<br>Mohon diperbaiki.</p>""", """
                <dl><dt>Tracking ID<dd>1916449<dt>Judul Laporan<dd>Jalan rusak<dt>Lokasi<dd>Jl. Sunan Drajat
                <dt>Nama Pelapor<dd>Budi<dt>Anonim<dd>Tidak<dt>Waktu Laporan<dd>06-07-2026 20:00:00
                <dt>Isi Laporan<dd><pre>Berlubang “sejak” Juni.
                Mohon diperbaiki.</pre></dl>"""})
    void anHtmlMailIsReadAsItIsSeen(String html) throws Unreadable {
        var read = Mail.read(mail("Content-Type: text/html; charset=utf-8", html));

        assertThat(read.content().replaceAll("\\s+", " ")).isEqualTo("Berlubang “sejak” Juni. Mohon diperbaiki.");
        assertThat(read.location().replace('\u00a0', ' ')).isEqualTo(READ.location());
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("content", "location")
                .isEqualTo(READ);
    }

    @Test
    void ofTwoAlternativesTheOneWithTheLabelsIsRead() throws Unreadable {
        var html = "<p>Tracking ID: 1916449<p>Isi Laporan: Berlubang.";

        assertThat(Mail.read(alternatives("Surat ini perlu dibaca sebagai HTML.", html))
                        .content())
                .isEqualTo("Berlubang.");
        assertThat(Mail.read(alternatives("Tracking ID: 1916449\nIsi Laporan: Berlubang.", "<img src=x>"))
                        .content())
                .isEqualTo("Berlubang.");
        assertThat(reasonOf(alternatives("Lihat HTML.", html + "<p>Waktu Laporan: kapan-kapan")))
                .as("what is wrong with the one that has labels")
                .isEqualTo(Reason.BAD_TIME);
    }

    @Test
    void theSubjectCarriesTheNumberWhereTheBodyLacksIt() throws Unreadable {
        var source = "From: a@b.example\r\nSubject: =?utf-8?B?"
                + Base64.getEncoder().encodeToString("[LAPOR!] Laporan — #1916449".getBytes(UTF_8))
                + "?=\r\n\r\nIsi: Berlubang.\r\n";

        assertThat(Mail.read(source.getBytes(UTF_8)).trackingId()).isEqualTo(new TrackingId(1916449));
    }

    @Test
    void aForwardedMailIsReadQuotedOrAttached() throws Unreadable {
        var quoted = "Tolong diproses.\n\n-- \nAni\n\n---------- Forwarded message ---------\n"
                + LINES.replaceAll("(?m)^", "> ");
        assertThat(Mail.read(mail("Content-Type: text/plain; charset=utf-8", quoted)))
                .isEqualTo(READ);

        var attached = "--a\r\n\r\nTolong diproses.\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n"
                + new String(mail("Content-Type: text/plain; charset=utf-8", LINES), UTF_8) + "\r\n--a--\r\n";
        assertThat(Mail.read(mail("Content-Type: multipart/mixed; boundary=a", attached)))
                .isEqualTo(READ);
    }

    @Test
    void whatTheMailSaysOfItselfIsNotTheCitizens() throws Unreadable {
        for (var footer : List.of(
                "-- \nLAPOR!\nJalan Raya 1",
                "Pesan ini dikirim secara otomatis, mohon tidak membalas.",
                "Email ini dikirim otomatis oleh sistem.")) {
            assertThat(Mail.read(mail("Content-Type: text/plain; charset=utf-8", LINES + "\n" + footer + "\n")))
                    .isEqualTo(READ);
        }
    }

    @Test
    void theNameOfAnAnonymousReporterIsDropped() throws Unreadable {
        var source = mail("Content-Type: text/plain; charset=utf-8", LINES.replace("Anonim: Tidak", "Anonim: Ya"));

        assertThat(Mail.read(source).reporterName()).isNull();
    }

    @Test
    void itsFilesAreKeptAndThePicturesOfItsLayoutAreNot() throws Unreadable {
        var body = "--a\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/html\r\n\r\n<p>Tracking ID: 1916449<p>Isi: Berlubang.<img src=cid:logo>\r\n"
                + "--b\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\nContent-Disposition: inline; filename=l.png"
                + "\r\n\r\nlogo\r\n--b--\r\n"
                + "--a\r\nContent-Type: image/jpeg; name=\"=?utf-8?Q?foto_=E2=80=94.jpg?=\"\r\n"
                + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\naGFsbw==\r\n"
                + "--a\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename*=utf-8''catatan%20baru.txt"
                + "\r\n\r\nIsi: bukan\r\n"
                + "--a\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../x/surat.pdf\""
                + "\r\n\r\n%PDF\r\n--a--\r\n";

        var read = Mail.read(mail("Content-Type: multipart/mixed; boundary=a", body));

        assertThat(read.content()).isEqualTo("Berlubang.");
        assertThat(read.attachments())
                .containsExactly(
                        new AttachedFile("foto —.jpg", "image/jpeg", "halo".getBytes(UTF_8)),
                        new AttachedFile("catatan baru.txt", "text/plain", "Isi: bukan".getBytes(UTF_8)),
                        new AttachedFile("surat.pdf", "application/pdf", "%PDF".getBytes(UTF_8)));
    }

    @Test
    void tooManyFilesOrABrokenOneAreForTheDesk() {
        var part = "--a\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n";
        var text = "--a\r\n\r\nTracking ID: 1916449\r\nIsi: Berlubang.\r\n";

        assertThat(reasonOf(mail(
                        "Content-Type: multipart/mixed; boundary=a",
                        text + part.formatted("aGFsbw==").repeat(51) + "--a--")))
                .isEqualTo(Reason.BAD_ATTACHMENT);
        assertThat(reasonOf(mail("Content-Type: multipart/mixed; boundary=a", text + part.formatted("a!b") + "--a--")))
                .isEqualTo(Reason.BAD_ATTACHMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied (vacation)",
                "X-Autoreply: yes",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=a"
            })
    void whatAMachineAnsweredIsNotReadAsTheReportThatItQuotes(String header) {
        assertThat(reasonOf(mail(header, LINES))).isEqualTo(Reason.AUTO_REPLY);
    }

    @Test
    void aNotificationIsMadeByAMachineToo() throws Unreadable {
        assertThat(Mail.read(mail("Auto-Submitted: auto-generated\r\nContent-Type: text/plain; charset=utf-8", LINES)))
                .isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed",
                "Content-Type: multipart/mixed; boundary=tidak-ada",
                "Content-Type: text/",
                "Content-Type: ;;;",
                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: x-tidak-ada",
                "X-Broken",
                "Content-Disposition: ;;="
            })
    void aHeaderThatIsWrongCostsNothing(String header) throws Unreadable {
        assertThat(Mail.read(mail(header, LINES))).isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\r\n", "\r\n\r\n", "Subject: \r\n\r\n", "Content-Type: multipart/mixed; boundary=a\r\n\r\n"
            })
    void anEmptyMailHasNoNumber(String source) {
        assertThat(reasonOf(source.getBytes(UTF_8))).isEqualTo(Reason.NO_TRACKING_ID);
        assertThat(Mail.shown(source.getBytes(UTF_8))).contains("Subject:");
    }

    @Test
    void whateverComesIsReadOrUnreadableAndShown() {
        var random = new Random(7);
        var whole = alternatives(LINES, "<p>Tracking ID: 1916449<p>Isi: Berlubang.");
        for (int round = 0; round < 300; round++) {
            var broken = whole.clone();
            for (int hits = random.nextInt(1, 30); hits > 0; hits--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            var source = Arrays.copyOf(broken, random.nextInt(broken.length + 1));
            try {
                Mail.read(source);
            } catch (Unreadable e) {
                assertThat(e.reason()).isNotNull();
            }
            assertThat(Mail.shown(source)).isNotNull();
        }
    }

    @Test
    void partsInPartsEndSomewhere() {
        var nested = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int depth = 0; depth < 5_000; depth++) {
            nested.append("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(depth, depth + 1));
        }
        var flat = "Content-Type: multipart/mixed; boundary=a\r\n\r\n" + "--a\r\n\r\nx\r\n".repeat(100_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(reasonOf(nested.toString().getBytes(UTF_8))).isEqualTo(Reason.NOT_MAIL);
            assertThat(reasonOf(flat.getBytes(UTF_8))).isEqualTo(Reason.NOT_MAIL);
        });
    }

    @Test
    void itIsShownDecodedWithWhoAndWhen() {
        var source = ("From: =?utf-8?Q?Dinas_=E2=80=94?= <a@b.example>\r\nDate: Mon, 6 Jul 2026 20:01:00 +0700\r\n"
                        + "Subject: Laporan\r\n baru\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quotedPrintable(LINES))
                .getBytes(ISO_8859_1);

        assertThat(Mail.shown(source))
                .startsWith(
                        "From: Dinas — <a@b.example>\nDate: Mon, 6 Jul 2026 20:01:00 +0700\nSubject: Laporan baru\n")
                .contains("Berlubang “sejak” Juni.");
    }

    private static Reason reasonOf(byte[] source) {
        var thrown = catchThrowableOfType(Unreadable.class, () -> Mail.read(source));
        assertThat(thrown).isNotNull();
        return thrown.reason();
    }

    private static byte[] alternatives(String plain, String html) {
        return mail(
                "Content-Type: multipart/alternative; boundary=x",
                "--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + plain
                        + "\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html + "\r\n--x--\r\n");
    }

    private static byte[] mail(String headers, String body) {
        return (head(headers) + body).getBytes(UTF_8);
    }

    private static String head(String headers) {
        return "From: LAPOR! <noreply@lapor.example>\r\nSubject: Laporan baru\r\nMIME-Version: 1.0\r\n" + headers
                + "\r\n\r\n";
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static String quotedPrintable(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            out.append(b >= ' ' && b < 127 && b != '=' || b == '\n' ? String.valueOf((char) b) : "=%02X".formatted(b));
        }
        return out.toString();
    }
}
