package id.go.cirebonkab.lajur.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Unreadable.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationJsonTest {

    @Test
    void everyFieldOfTheContractIsRead() throws Unreadable {
        var read = NotificationJson.read("""
                {"tracking_id": "#001916449", "title": "Jalan rusak", "content": "Berlubang\\r\\nsejak Juni",
                 "category": "Infrastruktur", "classification": "NON_PENGAWASAN", "date_of_incident": "kemarin malam",
                 "location": "Sumber", "is_anonymous": false, "is_secret": true, "reporter_name": "Budi", "channel": "web",
                 "created_at": "06-07-2026 20:00:00", "something_new": {"a": [1, 2]},
                 "attachments": [{"file_name": "foto.jpg", "content_type": "image/jpeg", "content_base64": "aGFs\\nbw=="}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(read)
                .isEqualTo(new Notification(
                        new TrackingId(1916449),
                        "Jalan rusak",
                        "Berlubang\nsejak Juni",
                        "Infrastruktur",
                        Classification.NON_PENGAWASAN,
                        "kemarin malam",
                        "Sumber",
                        false,
                        true,
                        "Budi",
                        "web",
                        Instant.parse("2026-07-06T13:00:00Z"),
                        List.of(new AttachedFile("foto.jpg", "image/jpeg", "halo".getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void onlyTheTrackingIdAndTheContentMustBeThere() throws Unreadable {
        assertThat(NotificationJson.read("{\"tracking_id\": 1916449, \"content\": \"isi\", \"title\": null}"))
                .isEqualTo(new Notification(
                        new TrackingId(1916449),
                        null,
                        "isi",
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        null,
                        null,
                        null,
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true", "\"1\", true", "1, true", "\"ya\", true", "\"TRUE\", true", "\"Ya (dirahasiakan)\", true",
        "false, false", "\"0\", false", "0, false", "\"tidak\", false", "\"\", false", "null, false",
    })
    void yesAndNoHaveManyForms(String value, boolean yes) throws Unreadable {
        var read = NotificationJson.read(with("\"is_anonymous\": " + value + ", \"is_secret\": " + value));
        assertThat(read.anonymous()).isEqualTo(yes);
        assertThat(read.secret()).isEqualTo(yes);
    }

    @Test
    void aNameThatCameWithAnAnonymousReportIsDropped() throws Unreadable {
        assertThat(NotificationJson.read(with("\"is_anonymous\": 1, \"reporter_name\": \"Budi\""))
                        .reporterName())
                .isNull();
    }

    @Test
    void aReporterNamedAnonimIsAnonymous() throws Unreadable {
        var read = NotificationJson.read(with("\"is_anonymous\": false, \"reporter_name\": \"Anonim\""));
        assertThat(read.anonymous()).isTrue();
        assertThat(read.reporterName()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "pengawasan, PENGAWASAN",
        "Pengaduan Berkadar Pengawasan, PENGAWASAN",
        "NON_PENGAWASAN, NON_PENGAWASAN",
        "non-pengawasan, NON_PENGAWASAN",
        "pengaduan tidak berkadar pengawasan, NON_PENGAWASAN",
        "Aspirasi, ASPIRASI",
        "Permintaan Informasi, INFORMASI",
        "informasi, INFORMASI",
        "Pengaduan,",
        "'',",
    })
    void theClassIsACodeOrItsName(String written, Classification read) throws Unreadable {
        assertThat(NotificationJson.read(with("\"classification\": \"" + written + "\""))
                        .classification())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-07-06T20:00:00+07:00\"",
                "\"2026-07-06T20:00:00\"",
                "\"06-07-2026 20:00:00\"",
                "1783342800",
                "1783342800.0",
                "\"1783342800\""
            })
    void theTimeOfTheReportHasManyForms(String written) throws Unreadable {
        assertThat(NotificationJson.read(with("\"created_at\": " + written)).createdAt())
                .isEqualTo(Instant.parse("2026-07-06T13:00:00Z"));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_JSON               | bukan json",
                "NOT_JSON               | ''",
                "NOT_JSON               | [1]",
                "NOT_JSON               | \"teks\"",
                "NOT_JSON               | null",
                "NOT_JSON               | {\"tracking_id\": 1, \"content\": \"isi\"",
                "NOT_JSON               | {\"tracking_id\": 1, \"content\": \"isi\"} {}",
                "NOT_JSON               | {\"tracking_id\": 1, \"tracking_id\": 2, \"content\": \"isi\"}",
                "NO_TRACKING_ID         | {\"content\": \"isi\"}",
                "NO_TRACKING_ID         | {\"tracking_id\": \" \", \"content\": \"isi\"}",
                "NO_TRACKING_ID         | {\"tracking_id\": null, \"content\": \"isi\"}",
                "BAD_TRACKING_ID        | {\"tracking_id\": \"abc\", \"content\": \"isi\"}",
                "BAD_TRACKING_ID        | {\"tracking_id\": 0, \"content\": \"isi\"}",
                "BAD_TRACKING_ID        | {\"tracking_id\": -5, \"content\": \"isi\"}",
                "BAD_TRACKING_ID        | {\"tracking_id\": 1.5, \"content\": \"isi\"}",
                "BAD_TRACKING_ID        | {\"tracking_id\": 12345678901, \"content\": \"isi\"}",
                "BAD_TRACKING_ID        | {\"tracking_id\": [1], \"content\": \"isi\"}",
                "NO_CONTENT             | {\"tracking_id\": 1}",
                "NO_CONTENT             | {\"tracking_id\": 1, \"content\": \" \\u00a0 \"}",
                "BAD_FIELD              | {\"tracking_id\": 1, \"content\": {\"a\": 1}}",
                "BAD_FIELD              | {\"tracking_id\": 1, \"content\": \"isi\", \"title\": []}",
                "BAD_FIELD              | {\"tracking_id\": 1, \"content\": \"isi\", \"is_anonymous\": \"mungkin\"}",
                "UNKNOWN_CLASSIFICATION | {\"tracking_id\": 1, \"content\": \"isi\", \"classification\": \"berat\"}",
                "BAD_TIME               | {\"tracking_id\": 1, \"content\": \"isi\", \"created_at\": \"kemarin\"}",
                "BAD_TIME               | {\"tracking_id\": 1, \"content\": \"isi\", \"created_at\": 1783342800000}",
                "BAD_TIME               | {\"tracking_id\": 1, \"content\": \"isi\", \"created_at\": 1e999}",
                "BAD_TIME               | {\"tracking_id\": 1, \"content\": \"isi\", \"created_at\": \"31-02-2026 10:00:00\"}",
                "BAD_ATTACHMENT         | {\"tracking_id\": 1, \"content\": \"isi\", \"attachments\": \"foto\"}",
                "BAD_ATTACHMENT         | {\"tracking_id\": 1, \"content\": \"isi\", \"attachments\": [1]}",
                "BAD_ATTACHMENT         | {\"tracking_id\": 1, \"content\": \"isi\", \"attachments\": [{\"file_name\": \"a\"}]}",
                "BAD_ATTACHMENT         | {\"tracking_id\": 1, \"content\": \"isi\", \"attachments\": [{\"content_base64\": \"!!\"}]}",
            })
    void whatCannotBeReadSaysWhy(Reason reason, String body) {
        assertThat(reasonOf(body)).isEqualTo(reason);
    }

    @Test
    void whatIsTooLongIsNotCut() {
        assertThat(reasonOf(with("\"title\": \"" + "x".repeat(501) + "\""))).isEqualTo(Reason.TOO_LONG);
        assertThat(reasonOf(with("\"location\": \"" + "x".repeat(301) + "\""))).isEqualTo(Reason.TOO_LONG);
        assertThat(reasonOf("{\"tracking_id\": 1, \"content\": \"" + "x".repeat(50_001) + "\"}"))
                .isEqualTo(Reason.TOO_LONG);
        assertThat(reasonOf(with("\"attachments\": ["
                        + "{\"content_base64\": \"\"},".repeat(50)
                        + "{\"content_base64\": \"\"}]")))
                .isEqualTo(Reason.BAD_ATTACHMENT);
    }

    @Test
    void aHostileBodyIsRefusedQuickly() {
        for (var body : List.of(
                "[".repeat(1_000_000),
                "{\"a\":".repeat(200_000),
                with("\"x\": " + "[".repeat(100_000) + "]".repeat(100_000)),
                "{\"tracking_id\": " + "9".repeat(1_000_000) + "}")) {
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> reasonOf(body)))
                    .isEqualTo(Reason.NOT_JSON);
        }
        assertThat(reasonOf("{\"content\": \"isi\", \"tracking_id\": \"" + "0".repeat(1_000_000) + "\"}"))
                .isEqualTo(Reason.BAD_TRACKING_ID);
    }

    @Test
    void bytesThatAreNoUtf8AreNotGuessed() {
        var body = "{\"tracking_id\": 1, \"content\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(Unreadable.class, () -> NotificationJson.read(body))
                        .reason())
                .isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheBody() throws Unreadable {
        var body = "\ufeff{\"tracking_id\": 1, \"content\": \"isi\"}";
        assertThat(NotificationJson.read(body).content()).isEqualTo("isi");
        assertThat(NotificationJson.read(body.getBytes(StandardCharsets.UTF_8)).content())
                .isEqualTo("isi");
    }

    @Test
    void anAttachmentMayBeNearlyTheWholeBody() throws Unreadable {
        var read = NotificationJson.read(
                with("\"attachments\": [{\"content_base64\": \"" + "AAAA".repeat(6_000_000) + "\"}]"));
        assertThat(read.attachments().get(0).content()).hasSize(18_000_000);
        assertThat(read.attachments().get(0).fileName()).isEqualTo("lampiran-1");
    }

    @Test
    void nulAndEmojiInTheContentAreKeptReadable() throws Unreadable {
        assertThat(NotificationJson.read("{\"tracking_id\": 1, \"content\": \"a\\u0000b 😀 \\ud83d\\ude00\"}")
                        .content())
                .isEqualTo("a\uFFFDb 😀 😀");
    }

    private static String with(String fields) {
        return "{\"tracking_id\": 1916449, \"content\": \"isi\", " + fields + "}";
    }

    private static Reason reasonOf(String body) {
        return catchThrowableOfType(Unreadable.class, () -> NotificationJson.read(body))
                .reason();
    }
}
