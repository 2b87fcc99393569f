package id.go.cirebonkab.lajur.complaint;

import static id.go.cirebonkab.lajur.support.People.ADMIN;
import static id.go.cirebonkab.lajur.support.People.OTHER_ADMIN;
import static id.go.cirebonkab.lajur.support.People.SUPERVISOR;
import static id.go.cirebonkab.lajur.support.People.SYSTEM_ADMIN;
import static id.go.cirebonkab.lajur.support.People.officerOf;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import id.go.cirebonkab.lajur.LajurApplication;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.support.Bystander;
import id.go.cirebonkab.lajur.support.Case;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class CommandsTests {

    @Autowired
    private Desk desk;

    @Autowired
    private ComplaintCommands commands;

    @Autowired
    private Complaints complaints;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Bystander bystander;

    @BeforeEach
    void aMondayMorning() {
        desk.at("2026-11-23 09:00");
    }

    @AfterEach
    void nobodyDisturbsTheNext() {
        bystander.calm();
    }

    @Test
    void eachTransitionHasItsRowOfHistory() {
        var cases = List.of(
                desk.aComplaint()
                        .forwardedTo("dputr", "dlh", "dishub")
                        .contributedBy("dlh")
                        .contributionRecordedFor("dishub")
                        .answered()
                        .sentBack()
                        .answeredInTheMeantimePromising("2026-12-01")
                        .relayed()
                        .answerRecorded()
                        .approved()
                        .approvalWithdrawn()
                        .approved()
                        .refusedByThePortal()
                        .relayed()
                        .closed()
                        .reopened()
                        .archived()
                        .followedUp(),
                desk.aComplaint()
                        .forwardedTo("dputr")
                        .returned()
                        .forwardedTo("dlh")
                        .reassignedTo("dputr")
                        .recalled()
                        .classifiedAs(Classification.ASPIRASI, null)
                        .movedAway(),
                desk.aComplaint().closedOnThePortal());

        assertThat(cases.stream().flatMap(one -> verbs(one).stream()))
                .as("the whole vocabulary")
                .contains(Verb.values());
        for (var one : cases) {
            assertThat(verbs(one)).isEqualTo(bystander.verbsOf(one.id()));
            assertThat(versions(one)).isEqualTo(bystander.verbsOf(one.id()).size());
            assertThat(version(one)).isEqualTo(bystander.verbsOf(one.id()).size());
        }
    }

    @Test
    void aRowOfHistorySaysWhoWhatFromWhereAndWhen() {
        var id = desk.aComplaint().forwardedTo("dputr", "dlh").returned().id();

        var row = jdbc.sql("select * from history where tracking_id = ? order by id desc limit 1")
                .params(id.value())
                .query()
                .singleRow();

        assertThat(row)
                .containsEntry("verb", "RETURN_TO_DESK")
                .containsEntry("from_state", "FORWARDED")
                .containsEntry("to_state", "RECEIVED")
                .containsEntry("version", 3L)
                .containsEntry("round", 1)
                .containsEntry("actor_id", 11L)
                .containsEntry("actor_role", "OFFICER");
        assertThat(row.get("agencies").toString()).isEqualTo("{dputr,dlh}");
        assertThat(jdbc.sql("select body from remark where id = ?")
                        .params(row.get("remark_id"))
                        .query(String.class)
                        .single())
                .isEqualTo("Bukan wewenang kami.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set actor_name = 'Orang lain' where tracking_id = ?",
                "update history set remark_id = null where tracking_id = ?",
                "delete from history where tracking_id = ?",
                "truncate history",
                "delete from complaint where tracking_id = ?",
                "alter table history add column note text"
            })
    void theApplicationCannotRewriteHistory(String sql) {
        var id = desk.aComplaint().id();

        assertThatThrownBy(() -> (sql.contains("?") ? jdbc.sql(sql).params(id.value()) : jdbc.sql(sql)).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching(".*(permission denied|must be owner).*");
        assertThat(jdbc.sql("select actor_name from history where tracking_id = ?")
                        .params(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("intake");
    }

    @Test
    void anAggregateChangedWithoutSavePublishesNoEvent() {
        var id = desk.aComplaint().forwardedTo("dputr").id();

        transaction.executeWithoutResult(status -> {
            complaints.lock(id.value()).orElseThrow().recall("Keliru.", ADMIN, desk.now());
            complaints.flush();
            assertThat(state(id)).as("the state is stored all the same").isEqualTo("RECEIVED");
            assertThat(bystander.verbsOf(id)).containsExactly(Verb.RECEIVE, Verb.FORWARD);
            status.setRollbackOnly();
        });
    }

    @Test
    void onlyTheCommandsLoadAggregates() {
        var main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackagesOf(LajurApplication.class);

        ArchRuleDefinition.classes()
                .that()
                .areAssignableTo(Complaints.class)
                .should()
                .onlyHaveDependentClassesThat()
                .areAssignableTo(ComplaintCommands.class)
                .check(main);
    }

    @ParameterizedTest
    @CsvSource({"FORWARD", "APPROVE", "ARCHIVE"})
    void aListenerThatFailsUndoesTheTransition(Verb verb) {
        var it = desk.aComplaint();
        if (verb == Verb.APPROVE) {
            it.forwardedTo("dputr").answered();
        }
        var before = books(it);
        bystander.failAt(verb, it.id());

        assertThatThrownBy(() -> {
                    switch (verb) {
                        case FORWARD -> it.forwardedTo("dputr", "dlh");
                        case APPROVE -> it.approved();
                        default -> it.archivedAs(ArchiveKind.BUKAN_WEWENANG);
                    }
                })
                .hasMessage("the bystander fails");

        assertThat(bystander.verbsOf(it.id())).as("it was tried").contains(verb);
        assertThat(books(it)).isEqualTo(before);
    }

    @Test
    void aListenerThatFailsAtTheArrivalLeavesNothingBehind() {
        var report = aReport();
        bystander.failAt(Verb.RECEIVE, report.id());

        assertThatThrownBy(() -> desk.aComplaint(report).arrived()).hasMessage("the bystander fails");

        assertThat(complaints.existsById(report.id().value())).isFalse();
        assertThat(jdbc.sql("select count(*) from clock where tracking_id = ?")
                        .params(report.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ofTwoWhoForwardAtOnceOneIsRefused() throws Exception {
        var id = desk.aComplaint().id();

        var ended = Together.all(() -> forward(id, null, "dputr", ADMIN), () -> forward(id, null, "dlh", OTHER_ADMIN));

        assertThat(ended).filteredOn("done"::equals).hasSize(1);
        assertThat(ended).filteredOn(TransitionRefused.class::isInstance).hasSize(1);
        assertThat(jdbc.sql("select count(*) from assignment where tracking_id = ?")
                        .params(id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTwoWhoForwardWhatTheyWereShownOneCollides() throws Exception {
        var id = desk.aComplaint().id();

        var ended = Together.all(() -> forward(id, 1L, "dputr", ADMIN), () -> forward(id, 1L, "dlh", OTHER_ADMIN));

        assertThat(ended).filteredOn("done"::equals).hasSize(1);
        assertThat(ended).filteredOn(Collision.class::isInstance).hasSize(1);
    }

    @Test
    void twoCasesAreNeverArchivedAsDuplicatesOfEachOther() throws Exception {
        for (var count = 0; count < 10; count++) {
            var one = desk.aComplaint().id();
            var other = desk.aComplaint().id();

            var ended = Together.all(() -> archiveAsDuplicate(one, other), () -> archiveAsDuplicate(other, one));

            assertThat(ended).filteredOn("done"::equals).hasSize(1);
            assertThat(ended).filteredOn(InvalidInput.class::isInstance).hasSize(1);
        }
    }

    private Object archiveAsDuplicate(TrackingId id, TrackingId original) {
        commands.archive(id, null, ArchiveKind.DUPLIKAT, original.toString(), "Sama.", ADMIN);
        return "done";
    }

    private Object forward(TrackingId id, Long shown, String lead, id.go.cirebonkab.lajur.shared.Actor by) {
        commands.forward(id, shown, lead, List.of(), null, by);
        return "done";
    }

    @Test
    void whoWasShownAnOldVersionIsToldWhichAndNothingIsOverwritten() {
        var id = desk.aComplaint().forwardedTo("dputr").id();

        var collision = catchThrowableOfType(Collision.class, () -> commands.recall(id, 1L, "Keliru.", ADMIN));

        assertThat(collision.shownVersion()).isEqualTo(1);
        assertThat(state(id)).isEqualTo("FORWARDED");
        commands.recall(id, 2L, "Keliru.", ADMIN);
        assertThat(state(id)).isEqualTo("RECEIVED");
    }

    @Test
    void aComplaintOfOthersIsNotThere() {
        var id = desk.aComplaint().forwardedTo("dputr").id();
        var text = ComplaintBuilder.FINAL;

        for (var stranger : List.of(officerOf("dinkes"), officerOf(), SUPERVISOR, SYSTEM_ADMIN)) {
            assertThatExceptionOfType(NotVisible.class)
                    .isThrownBy(() -> commands.answer(id, null, text, List.of(), stranger));
        }
        assertThatExceptionOfType(NotVisible.class)
                .isThrownBy(() -> commands.recall(new TrackingId(9_999_999_999L), null, "Keliru.", ADMIN));
    }

    @Test
    void whoSeesTheComplaintButHasNoRightIsToldSo() {
        var id = desk.aComplaint().forwardedTo("dputr", "dlh").id();

        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> commands.answer(id, null, ComplaintBuilder.FINAL, List.of(), officerOf("dlh")));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> commands.recall(id, null, "Keliru.", officerOf("dputr")));
    }

    @Test
    void anAnswerThatGivesTheReporterAwayNeedsAReason() {
        var it = desk.aComplaint(aReport().by("Siti Aminah"))
                .forwardedTo("dputr")
                .answered("Ibu Siti Aminah sudah kami hubungi.");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> commands.approve(it.id(), null, " ", ADMIN))
                .matches(invalid -> invalid.field().equals("alasan"));
        assertThat(approvedAnswers(it)).isZero();
        commands.approve(it.id(), null, "Beliau setuju disebut.", ADMIN);
        assertThat(approvedAnswers(it)).isEqualTo(1);
    }

    @Test
    void whoMayNotApproveIsNotAskedForAReason() {
        var it = desk.aComplaint(aReport().by("Siti Aminah"))
                .forwardedTo("dputr")
                .answered("Ibu Siti Aminah sudah kami hubungi.");

        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> commands.approve(it.id(), null, null, officerOf("dputr")));
        commands.approve(it.id(), null, "Beliau setuju disebut.", ADMIN);
        assertThatExceptionOfType(TransitionRefused.class)
                .isThrownBy(() -> commands.approve(it.id(), null, null, ADMIN));
    }

    @Test
    void onlyTheAnswerThatWasHandedOverIsRelayed() {
        var it = desk.aComplaint().forwardedTo("dputr").answered().approved();
        var first = lastAnswer(it);
        it.closedOnThePortal().followedUp().forwardedTo("dputr").answered().approved();

        assertThatExceptionOfType(TransitionRefused.class)
                .isThrownBy(() -> commands.markRelayed(it.id(), first, ADMIN));
        assertThatExceptionOfType(TransitionRefused.class)
                .isThrownBy(() -> commands.noteRefusal(it.id(), first, id.go.cirebonkab.lajur.support.People.RELAY));
        commands.markRelayed(it.id(), lastAnswer(it), ADMIN);
        assertThat(state(it.id())).isEqualTo("RELAYED");
    }

    @Test
    void anAnswerThatWasRecordedNeedsItsProof() {
        var id = desk.aComplaint().forwardedTo("atr-bpn").id();
        var nothing = new Evidence(null, "Kepala Kantor", ComplaintBuilder.LETTER.date());
        var tomorrow = new Evidence("Surat 1", "Kepala Kantor", desk.today().plusDays(1));

        assertInvalid(
                "sumber",
                () -> commands.recordAnswer(id, null, "atr-bpn", ComplaintBuilder.FINAL, nothing, List.of(), ADMIN));
        assertInvalid(
                "tanggal",
                () -> commands.recordAnswer(id, null, "atr-bpn", ComplaintBuilder.FINAL, tomorrow, List.of(), ADMIN));
        assertThat(state(id)).isEqualTo("FORWARDED");
    }

    @Test
    void aPromiseIsNotMadeForThePast() {
        var id = desk.at("2026-12-02 09:00").aComplaint().forwardedTo("dputr").id();

        assertInvalid(
                "janji", () -> commands.answer(id, null, ComplaintBuilder.INTERIM, List.of(), officerOf("dputr")));
    }

    @Test
    void aDuplicateNamesAnotherComplaintThatIsThere() {
        var original = desk.aComplaint().id();
        var id = desk.aComplaint().id();

        for (var typed : new String[] {null, "abc", id.toString(), "9999999999"}) {
            assertInvalid("induk", () -> commands.archive(id, null, ArchiveKind.DUPLIKAT, typed, "Sama.", ADMIN));
        }
        commands.archive(id, null, ArchiveKind.DUPLIKAT, original.toString(), "Sama.", ADMIN);
        assertThat(jdbc.sql("select duplicate_of from complaint where tracking_id = ?")
                        .params(id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(original.value());
    }

    private static void assertInvalid(String field, Runnable act) {
        var invalid = catchThrowableOfType(InvalidInput.class, act::run);
        assertThat(invalid).as("was taken").isNotNull();
        assertThat(invalid.field()).isEqualTo(field);
    }

    private List<Verb> verbs(Case one) {
        return jdbc.sql("select verb from history where tracking_id = ? order by id")
                .params(one.id().value())
                .query(Verb.class)
                .list();
    }

    private long versions(Case one) {
        return jdbc.sql("select count(distinct version) from history where tracking_id = ?")
                .params(one.id().value())
                .query(Long.class)
                .single();
    }

    private long version(Case one) {
        return jdbc.sql("select version from complaint where tracking_id = ?")
                .params(one.id().value())
                .query(Long.class)
                .single();
    }

    private String state(TrackingId id) {
        return jdbc.sql("select state from complaint where tracking_id = ?")
                .params(id.value())
                .query(String.class)
                .single();
    }

    private long lastAnswer(Case one) {
        return jdbc.sql("select max(id) from answer where tracking_id = ?")
                .params(one.id().value())
                .query(Long.class)
                .single();
    }

    private long approvedAnswers(Case one) {
        return jdbc.sql("select count(*) from answer where tracking_id = ? and approved_at is not null")
                .params(one.id().value())
                .query(Long.class)
                .single();
    }

    /** Everything that is written about a complaint, row by row. */
    private Map<String, Object> books(Case one) {
        return jdbc.sql("""
                        select (select c::text from complaint c where tracking_id = :id) as complaint,
                               (select array_agg(x::text order by x.id)::text from history x where tracking_id = :id) as history,
                               (select array_agg(x::text order by x.id)::text from assignment x where tracking_id = :id) as parts,
                               (select array_agg(x::text order by x.id)::text from answer x where tracking_id = :id) as answers,
                               (select array_agg(x::text order by x.id)::text from clock x where tracking_id = :id) as clocks,
                               (select array_agg(x::text order by x.id)::text from remark x where tracking_id = :id) as remarks,
                               (select count(*) from delivery where tracking_id = :id) as deliveries,
                               (select count(*) from complaint_access where tracking_id = :id) as access""").param("id", one.id().value()).query().singleRow();
    }
}
