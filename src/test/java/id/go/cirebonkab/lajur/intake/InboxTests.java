package id.go.cirebonkab.lajur.intake;

import static id.go.cirebonkab.lajur.intake.Inbox.Channel.MANUAL;
import static id.go.cirebonkab.lajur.intake.Inbox.Channel.WEBHOOK;
import static id.go.cirebonkab.lajur.intake.Inbox.Outcome.ACCEPTED;
import static id.go.cirebonkab.lajur.intake.Inbox.Outcome.DUPLICATE;
import static id.go.cirebonkab.lajur.intake.Inbox.Outcome.QUARANTINED;
import static id.go.cirebonkab.lajur.intake.Inbox.Outcome.UPDATED;
import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.SUPERVISOR;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.go.cirebonkab.lajur.complaint.CaseFile;
import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.State;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.complaint.Verb;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.support.Bystander;
import id.go.cirebonkab.lajur.support.Case;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.ReportBuilder;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.Together;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class InboxTests {

    @Autowired
    private KeptInbox inbox;

    @Autowired
    private RawMessages messages;

    @Autowired
    private CaseQueries cases;

    @Autowired
    private Files files;

    @Autowired
    private Desk desk;

    @Autowired
    private Bystander bystander;

    @Autowired
    private StandingClock clock;

    @Autowired
    private JdbcClient jdbc;

    private TrackingId id;

    @BeforeEach
    void aMondayMorning() {
        desk.at("2026-11-23 09:00");
        id = ReportBuilder.aReport().id();
    }

    @AfterEach
    void nobodyDisturbsTheNext() {
        bystander.calm();
    }

    @Test
    void aMessageBecomesAComplaint() {
        var receipt = inbox.accept(WEBHOOK, bytes("""
                {"tracking_id":"#00%d","title":"Lampu padam","content":"Lampu jalan padam.","category":"Jalan",
                 "classification":"INFORMASI","location":"Sumber","reporter_name":"Siti Aminah","channel":"Web",
                 "created_at":"2026-11-23T08:59:30+07:00"}""".formatted(id.value())));

        assertThat(receipt.outcome()).isEqualTo(ACCEPTED);
        var header = opened().header();
        assertThat(header.title()).isEqualTo("Lampu padam");
        assertThat(header.named()).isTrue();
        assertThat(header.classified()).isTrue();
        assertThat(header.reportedAt()).isEqualTo(Instant.parse("2026-11-23T01:59:30Z"));
        assertThat(header.receivedAt()).isEqualTo(desk.now());
        assertThat(raw(receipt)).extracting("status", "trackingId").containsExactly("READ", id.value());
    }

    @Test
    void theNameOfAnAnonymousReporterIsDroppedAtReading() {
        accept("""
                {"tracking_id":%d,"content":"Lampu padam.","is_anonymous":true,"reporter_name":"Siti Aminah"}""");

        assertThat(opened().header().named()).isFalse();
        assertThat(jdbc.sql("select c::text from complaint c where tracking_id = ?")
                        .params(id.value())
                        .query(String.class)
                        .single())
                .doesNotContain("Siti");
    }

    @Test
    void aPastedNotificationIsReadToo() {
        var receipt = inbox.accept(MANUAL, bytes("""
                Nomor Tracking ID: #%d
                Judul Laporan: Lampu padam
                Isi Laporan: Lampu jalan padam.
                """.formatted(id.value())));

        assertThat(receipt.outcome()).isEqualTo(ACCEPTED);
        assertThat(opened().header().title()).isEqualTo("Lampu padam");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("NOT_JSON", "{\"tracking_id\": 1,"),
                Arguments.of("NOT_JSON", ""),
                Arguments.of("NOT_JSON", "[]"),
                Arguments.of("NO_TRACKING_ID", "{\"content\":\"Isi.\"}"),
                Arguments.of("BAD_TRACKING_ID", "{\"tracking_id\":\"12345678901\",\"content\":\"Isi.\"}"),
                Arguments.of("NO_CONTENT", "{\"tracking_id\":1,\"content\":\"  \"}"),
                Arguments.of(
                        "UNKNOWN_CLASSIFICATION",
                        "{\"tracking_id\":1,\"content\":\"Isi.\",\"classification\":\"LAIN\"}"),
                Arguments.of("BAD_TIME", "{\"tracking_id\":1,\"content\":\"Isi.\",\"created_at\":\"kemarin\"}"),
                Arguments.of("BAD_ATTACHMENT", "{\"tracking_id\":1,\"content\":\"Isi.\",\"attachments\":[{}]}"),
                Arguments.of("BAD_FIELD", "{\"tracking_id\":1,\"content\":\"Isi.\",\"is_secret\":\"mungkin\"}"),
                Arguments.of("TOO_LONG", "{\"tracking_id\":1,\"content\":\"" + "x".repeat(50_001) + "\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatCannotBeReadWaitsInQuarantineWholeAndWithTheReason(String reason, String body) {
        var receipt = inbox.accept(WEBHOOK, bytes(body));

        assertThat(receipt.outcome()).isEqualTo(QUARANTINED);
        var kept = raw(receipt);
        assertThat(kept.status()).isEqualTo("QUARANTINED");
        assertThat(kept.reason()).isEqualTo(reason);
        assertThat(messages.body(kept)).isEqualTo(bytes(body));
        assertThat(messages.quarantined(null).rows())
                .extracting(RawMessages.RawMessage::id)
                .contains(receipt.message());
    }

    @Test
    void bytesThatAreNoTextAreKeptAsTheyAre() {
        var body = new byte[300_000];
        new Random(1).nextBytes(body);

        var receipt = inbox.accept(WEBHOOK, body);

        assertThat(raw(receipt).reason()).isEqualTo("NOT_JSON");
        assertThat(messages.body(raw(receipt))).isEqualTo(body);
    }

    @Test
    void whatFailsInTheReadingIsKeptAndReadAgainAfterTheFix() {
        bystander.failAt(Verb.RECEIVE, id);
        var body = bytes(message("Lampu padam.", null));

        var receipt = inbox.accept(WEBHOOK, body);

        assertThat(receipt.outcome()).isEqualTo(QUARANTINED);
        assertThat(raw(receipt).reason()).isEqualTo("FAILED");
        assertThat(messages.body(raw(receipt))).isEqualTo(body);
        assertThatExceptionOfType(NotVisible.class).isThrownBy(this::opened);

        bystander.calm();
        desk.at("2026-11-23 15:00");
        assertThat(inbox.read(receipt.message())).isEqualTo(ACCEPTED);
        assertThat(opened().header().receivedAt())
                .as("the citizen's day began when the message came")
                .isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(raw(receipt)).extracting("status", "reason").containsExactly("READ", null);
        assertThat(inbox.read(receipt.message())).as("once").isEqualTo(DUPLICATE);
        assertThat(bystander.verbsOf(id)).containsExactly(Verb.RECEIVE, Verb.RECEIVE);
    }

    @Test
    void whatTheDeskTypesForAKeptMessageTakesItOutOfQuarantine() {
        var receipt = inbox.accept(WEBHOOK, bytes("bukan JSON"));
        var typed = new Notification(
                id, "Lampu", "Lampu padam.", null, null, null, null, false, false, null, null, null, List.of());

        assertThat(inbox.enterKept(receipt.message(), typed, ADMIN).outcome()).isEqualTo(ACCEPTED);

        assertThat(raw(receipt).status()).isEqualTo("READ");
        assertThat(messages.body(raw(receipt))).isEqualTo(bytes("bukan JSON"));
        assertThat(opened().history().get(0).actorName()).isEqualTo(ADMIN.name());
    }

    @Test
    void whatWasKeptButNotReadBeforeACrashIsReadByTheSweep() {
        var kept = messages.keep(WEBHOOK, bytes(message("Lampu padam.", null)), clock.instant(), desk.now());

        clock.forward(Duration.ofSeconds(30));
        inbox.readWhatWasLeftBehind();
        assertThat(messages.find(kept).orElseThrow().status())
                .as("whoever keeps it may be about to read it")
                .isEqualTo("STORED");

        clock.forward(Duration.ofSeconds(1));
        desk.at("2026-11-23 09:05");
        inbox.readWhatWasLeftBehind();
        assertThat(messages.find(kept).orElseThrow().status()).isEqualTo("READ");
        assertThat(opened().header().receivedAt()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        inbox.readWhatWasLeftBehind();
        assertThat(bystander.verbsOf(id)).containsExactly(Verb.RECEIVE);
    }

    @Test
    void aSweepAndAReaderAtTheSameMomentReadItOnce() throws Exception {
        var kept = messages.keep(WEBHOOK, bytes(message("Lampu padam.", null)), clock.instant(), desk.now());

        var ended = Together.all(() -> inbox.read(kept), () -> inbox.read(kept), () -> inbox.read(kept));

        assertThat(ended).containsExactlyInAnyOrder(ACCEPTED, DUPLICATE, DUPLICATE);
        assertThat(messages.find(kept).orElseThrow())
                .extracting("status", "trackingId")
                .containsExactly("READ", id.value());
        assertThat(opened().followUps()).isEmpty();
    }

    @Test
    void theSameMessageAgainIsADuplicateAndAnotherOneAFollowUp() {
        assertThat(accept(message("Lampu padam.", null)).outcome()).isEqualTo(ACCEPTED);
        assertThat(accept(message("Lampu padam.", null)).outcome()).isEqualTo(DUPLICATE);
        assertThat(accept(message("  Lampu\\n padam. ", null)).outcome())
                .as("white space aside")
                .isEqualTo(DUPLICATE);
        assertThat(accept(message("Masih padam.", null)).outcome()).isEqualTo(UPDATED);
        assertThat(accept(message("Masih padam.", null)).outcome()).isEqualTo(DUPLICATE);

        assertThat(opened().followUps()).extracting(CaseFile.Reply::content).containsExactly("Masih padam.");
        assertThat(opened().header().content()).isEqualTo("Lampu padam.");
    }

    @Test
    void theSameWordsWrittenAtAnotherTimeAreANewFollowUp() {
        accept(message("Masih padam.", "2026-11-20T08:00:00+07:00"));
        assertThat(accept(message("Masih padam.", "2026-11-22T08:00:00+07:00")).outcome())
                .isEqualTo(UPDATED);
        assertThat(accept(message("Masih padam.", "2026-11-22T01:00:00Z")).outcome())
                .as("the same moment, written otherwise")
                .isEqualTo(DUPLICATE);

        assertThat(opened().followUps())
                .singleElement()
                .extracting(CaseFile.Reply::writtenAt)
                .isEqualTo(Instant.parse("2026-11-22T01:00:00Z"));
    }

    @Test
    void twoFirstMessagesOfOneComplaintAtTheSameMomentMakeItOnce() throws Exception {
        // The first holds its row, uncommitted, until the second waits for it.
        bystander.when(Verb.RECEIVE, id, this::awaitSomebodyWhoWaits);
        var body = bytes(message("Lampu padam.", null));

        var ended = Together.all(
                () -> inbox.accept(WEBHOOK, body).outcome(),
                () -> inbox.accept(WEBHOOK, body).outcome());

        assertThat(ended).containsExactlyInAnyOrder(ACCEPTED, DUPLICATE);
        assertThat(opened().followUps()).isEmpty();
        assertThat(opened().history()).hasSize(1);
    }

    @Test
    void twoDifferentFirstMessagesAtTheSameMomentAreAComplaintAndItsFollowUp() throws Exception {
        bystander.when(Verb.RECEIVE, id, this::awaitSomebodyWhoWaits);

        var ended = Together.all(
                () -> accept(message("Lampu padam.", null)).outcome(),
                () -> accept(message("Masih padam.", null)).outcome());

        assertThat(ended).containsExactlyInAnyOrder(ACCEPTED, UPDATED);
        assertThat(opened().followUps()).hasSize(1);
    }

    private void awaitSomebodyWhoWaits() {
        await().pollInSameThread().until(() -> jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Long.class).single() > 0);
    }

    static Stream<Arguments> standings() {
        return Stream.of(
                standing(State.RECEIVED, State.RECEIVED, 1, Case::arrived),
                standing(State.FORWARDED, State.FORWARDED, 1, it -> it.forwardedTo("dputr")),
                standing(
                        State.ANSWERED,
                        State.ANSWERED,
                        1,
                        it -> it.forwardedTo("dputr").answered()),
                standing(
                        State.RELAYED,
                        State.RECEIVED,
                        2,
                        it -> it.forwardedTo("dputr").answered().relayed()),
                standing(
                        State.CLOSED,
                        State.RECEIVED,
                        2,
                        it -> it.forwardedTo("dputr").answered().relayed().closed()),
                standing(State.ARCHIVED, State.RECEIVED, 2, Case::archived));
    }

    private static Arguments standing(State before, State after, int round, Function<Case, Case> brought) {
        return Arguments.of(before, after, round, brought);
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("standings")
    void aFollowUpIsTakenInEachState(State before, State after, int round, Function<Case, Case> brought) {
        var it = brought.apply(desk.aComplaint(ReportBuilder.aReport().numbered(id)));
        assertThat(opened().header().state()).isEqualTo(before);

        assertThat(accept(message("Masih padam.", null)).outcome()).isEqualTo(UPDATED);

        assertThat(opened().header().state()).isEqualTo(after);
        assertThat(opened().header().round()).isEqualTo(round);
        assertThat(opened().followUps())
                .singleElement()
                .extracting(CaseFile.Reply::round)
                .isEqualTo(round);
        assertThat(it.id()).isEqualTo(id);
    }

    @Test
    void aSecretFollowUpMakesTheCaseSecretForGood() {
        accept(message("Lampu padam.", null));
        assertThat(cases.open(id, SUPERVISOR).contentHidden()).isFalse();

        accept("{\"tracking_id\":%d,\"content\":\"Ini rahasia.\",\"is_secret\":true}");
        assertThat(cases.open(id, SUPERVISOR).contentHidden()).isTrue();

        accept("{\"tracking_id\":%d,\"content\":\"Biasa lagi.\",\"is_secret\":false}");
        assertThat(opened().header().secret()).isTrue();
        assertThat(cases.open(id, SUPERVISOR).followUps()).isEmpty();
    }

    @Nested
    class Attachments {

        @ParameterizedTest
        @CsvSource({"0, 0", "1, 1", "262143, 1", "262144, 1", "262145, 2", "700000, 3"})
        void areKeptInChunksAndComeBackWhole(int size, int chunks) throws Exception {
            var content = new byte[size];
            new Random(size).nextBytes(content);
            accept("""
                    {"tracking_id":%%d,"content":"Lihat foto.","attachments":[
                        {"file_name":"foto.jpg","content_type":"image/jpeg","content_base64":"%s"}]}""".formatted(Base64.getEncoder().encodeToString(content)));

            var file = opened().attachments().get(0);
            var out = new ByteArrayOutputStream();
            files.copy(file.fileId(), out);

            assertThat(out.toByteArray()).isEqualTo(content);
            assertThat(file.name()).isEqualTo("foto.jpg");
            assertThat(file.contentType()).isEqualTo("image/jpeg");
            assertThat(file.size()).isEqualTo(size);
            var lengths = jdbc.sql("select octet_length(content) from file_chunk where file_id = ?")
                    .params(file.fileId())
                    .query(Integer.class)
                    .list();
            assertThat(lengths).hasSize(chunks).allMatch(length -> length <= 256 * 1024 + 64);
        }

        @Test
        void belongToTheirMessageAndToWhoMaySeeTheCase() {
            accept(withFile("Lihat foto.", "awal.jpg"));
            accept(withFile("Lihat lagi.", "lagi.jpg"));
            var all = opened().attachments();

            assertThat(all).extracting(CaseFile.Enclosed::name).containsExactly("awal.jpg", "lagi.jpg");
            assertThat(all.get(0).followUpId()).isNull();
            assertThat(all.get(1).followUpId())
                    .isEqualTo(opened().followUps().get(0).id());
            var file = all.get(0).fileId();
            assertThat(cases.attachment(id, file, ADMIN).name()).isEqualTo("awal.jpg");
            assertThatExceptionOfType(NotVisible.class)
                    .isThrownBy(() -> cases.attachment(id, file, officerOf("dputr")));
            assertThatExceptionOfType(NotVisible.class)
                    .isThrownBy(() -> cases.attachment(desk.aComplaint().id(), file, ADMIN));
        }

        @Test
        void ofAMessageThatCameAgainLeaveNothingBehind() {
            accept(withFile("Lihat foto.", "sekali.jpg"));
            accept(withFile("Lihat foto.", "sekali.jpg"));

            assertThat(opened().attachments()).hasSize(1);
            assertThat(jdbc.sql("select count(*) from file where name = 'sekali.jpg'")
                            .query(Long.class)
                            .single())
                    .as("a gateway that sends it a hundred times fills no disk with copies")
                    .isEqualTo(1);
        }

        @Test
        void areNeverLargerThanAChunkByTheDatabasesOwnRule() {
            var file = UUID.randomUUID();
            jdbc.sql("insert into file (id, name, content_type, size, sha256) values (?, 'x', 'x/x', 0, '')")
                    .params(file)
                    .update();

            assertThatThrownBy(() -> jdbc.sql("insert into file_chunk (file_id, position, content) values (?, 0, ?)")
                            .params(file, new byte[256 * 1024 + 65])
                            .update())
                    .isInstanceOf(DataAccessException.class);
        }

        private String withFile(String content, String name) {
            return """
                    {"tracking_id":%%d,"content":"%s","attachments":[
                        {"file_name":"%s","content_type":"image/jpeg","content_base64":"/9j/"}]}""".formatted(content, name);
        }
    }

    @Test
    void theQuarantineIsReadPageByPage() {
        var mine = Stream.generate(() -> {
                    clock.forward(Duration.ofSeconds(1));
                    return inbox.accept(WEBHOOK, bytes("rusak")).message();
                })
                .limit(60)
                .toList();

        var first = messages.quarantined(null);
        var second = messages.quarantined(UUID.fromString(first.next()));

        var found = Stream.concat(first.rows().stream(), second.rows().stream())
                .map(RawMessages.RawMessage::id)
                .toList();
        assertThat(found).doesNotHaveDuplicates().containsAll(mine);
        assertThat(found.get(0)).as("newest first").isEqualTo(mine.get(59));
    }

    @Test
    void aRawMessageIsNeverThrownAway() {
        var receipt = accept(message("Lampu padam.", null));

        assertThatThrownBy(() -> jdbc.sql("delete from raw_message where id = ?")
                        .params(receipt.message())
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private String message(String content, String createdAt) {
        return "{\"tracking_id\":%%d,\"content\":\"%s\"%s}"
                .formatted(content, createdAt == null ? "" : ",\"created_at\":\"" + createdAt + "\"")
                .formatted(id.value());
    }

    private Inbox.Receipt accept(String body) {
        return inbox.accept(WEBHOOK, bytes(body.replace("%d", String.valueOf(id.value()))));
    }

    private CaseFile opened() {
        return cases.open(id, ADMIN);
    }

    private RawMessages.RawMessage raw(Inbox.Receipt receipt) {
        return messages.find(receipt.message()).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
