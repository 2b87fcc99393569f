package id.go.cirebonkab.lajur.intake;

import static id.go.cirebonkab.lajur.intake.Inbox.Channel.MAIL;
import static id.go.cirebonkab.lajur.intake.Inbox.Channel.POLL;
import static id.go.cirebonkab.lajur.intake.Inbox.Channel.WEBHOOK;
import static id.go.cirebonkab.lajur.intake.Inbox.Outcome.ACCEPTED;
import static id.go.cirebonkab.lajur.intake.Inbox.Outcome.DUPLICATE;
import static id.go.cirebonkab.lajur.intake.Inbox.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.complaint.CaseFile;
import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.intake.Inbox.Channel;
import id.go.cirebonkab.lajur.intake.Inbox.Outcome;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.People;
import id.go.cirebonkab.lajur.support.ReportBuilder;
import id.go.cirebonkab.lajur.support.RoomTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the citizen wrote once is one complaint, by however many ways it comes. */
@RoomTest
class OneReportByManyWaysTests {

    @Autowired
    private KeptInbox inbox;

    @Autowired
    private CaseQueries cases;

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcClient jdbc;

    private TrackingId id;

    @BeforeEach
    void aMondayMorning() {
        desk.at("2026-11-23 09:00");
        id = ReportBuilder.aReport().id();
    }

    static Stream<Arguments> orders() {
        var orders = new ArrayList<Arguments>();
        for (var first : List.of(WEBHOOK, MAIL, POLL)) {
            for (var second : List.of(WEBHOOK, MAIL, POLL)) {
                for (var third : List.of(WEBHOOK, MAIL, POLL)) {
                    if (first != second && second != third && first != third) {
                        orders.add(Arguments.of(List.of(first, second, third), true));
                        orders.add(Arguments.of(List.of(first, second, third), false));
                    }
                }
            }
        }
        return orders.stream();
    }

    @ParameterizedTest(name = "{0}, with a photo: {1}")
    @MethodSource("orders")
    void inWhateverOrder(List<Channel> order, boolean withPhoto) {
        var outcomes = order.stream().map(way -> come(way, withPhoto)).toList();

        assertThat(outcomes).containsExactly(ACCEPTED, DUPLICATE, DUPLICATE);
        assertThat(opened().followUps()).isEmpty();
        assertThat(opened().history()).hasSize(1);
        assertThat(opened().attachments())
                .as("once, whoever brought it first; the list never brings it")
                .extracting(CaseFile.Enclosed::name)
                .containsExactlyElementsOf(withPhoto ? List.of("foto.jpg") : List.of());
    }

    @Test
    void nothingIsLeftBehindOfAFileThatCameTwice() {
        var before = files();
        come(WEBHOOK, true);
        come(MAIL, true);

        assertThat(files()).as("two messages and one photo").isEqualTo(before + 3);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59:30+07:00, 23-11-2026 08:59:30, DUPLICATE",
        "2026-11-23T08:59:30.25+07:00, 23-11-2026 08:59:30, DUPLICATE",
        "2026-11-23T08:59:30+07:00, 23-11-2026 08:59, DUPLICATE",
        "2026-11-23T08:59:30+07:00, 23-11-2026, DUPLICATE",
        "2026-11-23T08:59:30+07:00, , DUPLICATE",
        "2026-11-23T08:59:30+07:00, 23-11-2026 08:59:31, UPDATED",
        "2026-11-23T08:59:30+07:00, 23-11-2026 08:58, UPDATED",
        "2026-11-23T08:59:30+07:00, 22-11-2026, UPDATED",
        "2026-11-23T01:59:30+07:00, 22-11-2026, UPDATED"
    })
    void whenItWasWrittenMayBeSaidLessExactly(String posted, String mailed, Outcome outcome) {
        come(WEBHOOK, "{\"tracking_id\":%d,\"content\":\"Lampu padam.\",\"created_at\":\"" + posted + "\"}");

        assertThat(come(
                        MAIL,
                        "Subject: #%d\n\nIsi: Lampu padam.\n"
                                + (mailed == null ? "" : "Tanggal laporan: " + mailed + "\n")))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lampu di Jl. A & B padam.|Lampu di Jl. A\\n&amp; B   padam.|DUPLICATE",
                "Lampu padam. Gelap.|<p>Lampu <b>padam</b>.</p><p>Gelap.</p>|DUPLICATE",
                "Lampu padam.|Lampu\\u00a0padam.\\u200b|DUPLICATE",
                "Lampu padam.|Lampu padam!|UPDATED",
                "Biaya < Rp5.000 ditolak|Biaya < Rp9.000 ditolak|UPDATED",
                "Lampu a<b padam|Lampu a<b menyala|UPDATED"
            })
    void howItIsWrappedMakesNoOtherWords(String one, String other, Outcome outcome) {
        come(WEBHOOK, "{\"tracking_id\":%d,\"content\":\"" + one + "\"}");

        assertThat(come(POLL, "{\"id\":%d,\"content\":\"" + other + "\"}")).isEqualTo(outcome);
    }

    @Test
    void theCitizensReplyIsOneFollowUpByMailAndByPost() {
        come(WEBHOOK, false);

        assertThat(come(MAIL, "Subject: Re: #%d\n\nIsi: Masih\n padam.\nWaktu laporan: 24-11-2026 10:00\n"))
                .isEqualTo(UPDATED);
        assertThat(come(
                        WEBHOOK,
                        "{\"tracking_id\":%d,\"content\":\"Masih padam.\",\"created_at\":\"24-11-2026 10:00:12\""
                                + ",\"attachments\":[{\"file_name\":\"lagi.jpg\",\"content_base64\":\"/9j/\"}]}"))
                .isEqualTo(DUPLICATE);

        assertThat(opened().followUps()).extracting(CaseFile.Reply::content).containsExactly("Masih\n padam.");
        assertThat(opened().attachments())
                .singleElement()
                .extracting(CaseFile.Enclosed::followUpId)
                .as("the photo belongs to the reply")
                .isEqualTo(opened().followUps().get(0).id());
    }

    @Test
    void whoSaysAnonymousLaterIsHeard() {
        come(MAIL, "Subject: #%d\n\nIsi: Lampu padam.\nNama Pelapor: Siti Aminah\n");
        assertThat(opened().header().named()).isTrue();

        assertThat(come(POLL, "{\"id\":%d,\"content\":\"Lampu padam.\",\"is_anonymous\":true,\"is_secret\":true}"))
                .isEqualTo(DUPLICATE);

        assertThat(opened().header().named()).isFalse();
        assertThat(opened().header().secret()).isTrue();
        assertThat(opened().history()).hasSize(1);
    }

    private Outcome come(Channel way, boolean withPhoto) {
        return come(
                way,
                switch (way) {
                    case WEBHOOK ->
                        """
                    {"tracking_id":"%%d","title":"Lampu padam","content":"Lampu jalan padam\\nsejak Senin, & gelap.",
                     "created_at":"2026-11-23T08:59:30+07:00"%s}""".formatted(
                                        withPhoto
                                                ? ",\"attachments\":[{\"file_name\":\"foto.jpg\",\"content_type\":\"image/jpeg\","
                                                        + "\"content_base64\":\"aGFsbw==\"}]"
                                                : "");
                    case MAIL ->
                        """
                    From: noreply@lapor.example
                    Subject: Laporan #%%d
                    Content-Type: multipart/mixed; boundary=a

                    --a
                    Content-Type: text/html; charset=utf-8

                    <table><tr><td>Judul Laporan<td>Lampu padam<tr><td>Waktu Laporan<td>23-11-2026 08:59
                    <tr><td>Isi Laporan<td>Lampu jalan<br>padam sejak Senin, &amp; gelap.</table>
                    %s--a--
                    """.formatted(
                                        withPhoto
                                                ? "--a\nContent-Type: image/jpeg; name=foto.jpg\nContent-Transfer-Encoding: base64\n\n"
                                                        + "aGFsbw==\n"
                                                : "");
                    case POLL -> """
                    {"id":%d,"title":"Lampu padam","content":"<p>Lampu jalan padam sejak Senin, &amp; gelap.</p>",
                     "classification_id":3,"category_id":7,"created_at":"23-11-2026 08:59:30","status_code":"new",
                     "attachments":[{"path":"lampiran/1","file_name":"foto.jpg"}]}""";
                    case MANUAL -> throw new IllegalArgumentException("nobody types it");
                });
    }

    private Outcome come(Channel way, String body) {
        return inbox.accept(way, body.replace("%d", String.valueOf(id.value())).getBytes(StandardCharsets.UTF_8))
                .outcome();
    }

    private long files() {
        return jdbc.sql("select count(*) from file").query(Long.class).single();
    }

    private CaseFile opened() {
        return cases.open(id, People.ADMIN);
    }
}
