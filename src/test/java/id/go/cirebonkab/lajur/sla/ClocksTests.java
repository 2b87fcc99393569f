package id.go.cirebonkab.lajur.sla;

import static id.go.cirebonkab.lajur.sla.Outcome.BREACHED;
import static id.go.cirebonkab.lajur.sla.Outcome.CANCELLED;
import static id.go.cirebonkab.lajur.sla.Outcome.MET;
import static id.go.cirebonkab.lajur.sla.Outcome.RUNNING;
import static id.go.cirebonkab.lajur.support.ReportBuilder.aReport;
import static id.go.cirebonkab.lajur.support.StandingDomainClock.wib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.sla.ClockQueries.ClockRow;
import id.go.cirebonkab.lajur.sla.ClockQueries.DayLine;
import id.go.cirebonkab.lajur.support.Bystander;
import id.go.cirebonkab.lajur.support.Case;
import id.go.cirebonkab.lajur.support.Desk;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.Together;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The clocks of real complaints, from the first minute to the end of the reply window. 2026-11-23 is a Monday. */
@RoomTest
class ClocksTests {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    @Autowired
    private Desk desk;

    @Autowired
    private ClockQueries queries;

    @Autowired
    private Clocks clocks;

    @Autowired
    private ComplaintCommands complaints;

    @Autowired
    private ClockJob job;

    @Autowired
    private DomainClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Bystander bystander;

    @BeforeEach
    void aMondayMorning() {
        desk.at("2026-11-23 09:00");
    }

    @Test
    void theWholeWay() {
        var it =
                desk.aComplaint(aReport().writtenAt(wib("2026-11-23 08:59:30"))).arrived();
        assertThat(told(it))
                .containsExactly(
                        "NOTIFY PORTAL MET 11-23 09:00",
                        "FORWARD DESK RUNNING 11-24 09:00",
                        "VERIFY DESK RUNNING 11-26 09:00",
                        "SETTLE DESK RUNNING 12-11 09:00");

        it.at("2026-11-23 10:00").forwardedTo("dputr", "dlh");
        assertThat(told(it).subList(1, 7))
                .containsExactly(
                        "FORWARD DESK MET 11-24 09:00",
                        "VERIFY DESK MET 11-26 09:00",
                        "SETTLE DESK RUNNING 12-11 09:00",
                        "ANSWER dputr RUNNING 11-24 10:00",
                        "ANSWER dlh RUNNING 11-24 10:00",
                        "FOLLOW_UP DESK RUNNING 11-30 10:00");

        it.at("2026-11-23 11:00").contributedBy("dlh");
        assertThat(running(it)).containsExactly("SETTLE DESK", "ANSWER dputr", "FOLLOW_UP DESK");
        assertThat(last(it, Step.ANSWER, "dlh").outcome()).isEqualTo(MET);

        it.at("2026-11-23 13:00").answered();
        assertThat(last(it, Step.ANSWER, "dputr").outcome()).isEqualTo(MET);
        assertThat(due(last(it, Step.REVIEW))).isEqualTo("11-23 14:00");

        it.at("2026-11-23 13:30").approved();
        assertThat(last(it, Step.REVIEW).outcome()).isEqualTo(MET);
        assertThat(due(last(it, Step.RELAY))).isEqualTo("11-23 13:31");

        it.at("2026-11-23 13:30:40").takenByThePortal();
        assertThat(Stream.of(Step.RELAY, Step.FOLLOW_UP, Step.SETTLE)
                        .map(step -> last(it, step).outcome()))
                .containsOnly(MET);
        assertThat(running(it)).containsExactly("REPLY_WINDOW PORTAL");
        assertThat(due(last(it, Step.REPLY_WINDOW))).isEqualTo("12-07 13:30");

        it.at("2026-12-07 13:31").closed();
        assertThat(running(it)).isEmpty();
        assertThat(last(it, Step.REPLY_WINDOW).outcome())
                .as("nobody is late by silence")
                .isEqualTo(MET);
        assertThat(last(it, Step.REPLY_WINDOW).stopReason()).isEqualTo("elapsed");
        assertThat(bystander.clockEventsOf(it.id()))
                .as("each met clock is told once, the reply window never")
                .hasSize(9)
                .allMatch(event -> event.outcome() == MET);
    }

    @ParameterizedTest(name = "written {0}: {1}")
    @CsvSource({"2026-11-23 08:59:00, MET", "2026-11-23 08:58:59, BREACHED", "2026-11-23 09:00:00, MET"})
    void theWayFromThePortalIsMeasured(String written, Outcome outcome) {
        var it = desk.aComplaint(aReport().writtenAt(wib(written))).arrived();

        var notify = last(it, Step.NOTIFY);
        assertThat(notify.outcome()).isEqualTo(outcome);
        assertThat(notify.isRunning()).isFalse();
        assertThat(bystander.clockEventsOf(it.id())).hasSize(1);
    }

    @Test
    void aTimeOfThePortalInTheFutureOrNoneIsIgnored() {
        var future =
                desk.aComplaint(aReport().writtenAt(wib("2026-11-23 09:00:01"))).arrived();
        var none = desk.aComplaint().arrived();

        assertThat(running(future)).containsExactly("FORWARD DESK", "VERIFY DESK", "SETTLE DESK");
        assertThat(told(none)).noneMatch(line -> line.startsWith("NOTIFY"));
        assertThat(told(future)).noneMatch(line -> line.startsWith("NOTIFY"));
    }

    @Nested
    class AfterARevision {

        @Test
        void theAgencyHasWhatWasLeft() {
            var it = desk.aComplaint().forwardedTo("dputr");
            it.at("2026-11-23 15:00").answered().at("2026-11-23 15:30").sentBack();

            assertThat(last(it, Step.REVIEW).outcome()).isEqualTo(MET);
            assertThat(due(last(it, Step.ANSWER, "dputr")))
                    .as("eighteen hours were left, not a day")
                    .isEqualTo("11-24 09:30");
        }

        @Test
        void theAgencyHasWhatWasLeftOverAWeekend() {
            var it = desk.at("2026-11-27 10:00").aComplaint().forwardedTo("dputr");
            it.at("2026-11-27 12:00").answered().at("2026-11-27 15:00").sentBack();
            assertThat(due(last(it, Step.ANSWER, "dputr"))).isEqualTo("11-30 13:00");

            it.at("2026-11-27 16:00").answered().at("2026-11-28 10:00").sentBack();
            assertThat(due(last(it, Step.ANSWER, "dputr")))
                    .as("21 hours from Monday's opening")
                    .isEqualTo("12-01 04:30");
        }

        @Test
        void whatWasAnsweredOnADayOffHadAllOfItsTimeLeftAndNoMore() {
            var it = desk.at("2026-11-28 10:00").aComplaint().forwardedTo("dputr");
            it.at("2026-11-28 11:00").answered().at("2026-11-28 12:00").sentBack();

            assertThat(due(last(it, Step.ANSWER, "dputr"))).isEqualTo("12-01 07:30");
        }

        @Test
        void whoWasLateHasNothingLeft() {
            var it = desk.aComplaint().forwardedTo("dputr");
            it.at("2026-11-24 10:00").answered().at("2026-11-24 10:30").sentBack();

            assertThat(due(last(it, Step.ANSWER, "dputr"))).isEqualTo("11-24 10:30");
            it.at("2026-11-24 10:31");
            job.flag();
            assertThat(last(it, Step.ANSWER, "dputr").outcome()).isEqualTo(BREACHED);
        }

        @Test
        void severalOfThemNeverAddUpToMoreThanTheLimit() {
            var it = desk.aComplaint().forwardedTo("dputr");
            for (var hour = 10; hour < 16; hour += 2) {
                it.at("2026-11-23 %d:00".formatted(hour)).answered();
                it.at("2026-11-23 %d:00".formatted(hour + 1)).sentBack();
            }

            assertThat(due(last(it, Step.ANSWER, "dputr")))
                    .as("three hours lay with the desk")
                    .isEqualTo("11-24 12:00");
        }

        @Test
        void aSupportingAgencyThatWasCutShortGoesOnAndOneThatContributedDoesNot() {
            var it = desk.aComplaint().forwardedTo("dputr", "dlh", "dishub").contributedBy("dishub");
            it.at("2026-11-23 11:00").answered();
            assertThat(last(it, Step.ANSWER, "dlh").outcome()).isEqualTo(CANCELLED);
            assertThat(last(it, Step.ANSWER, "dlh").stopReason()).isEqualTo("answered");

            it.at("2026-11-23 12:00").sentBack();

            assertThat(running(it)).contains("ANSWER dputr", "ANSWER dlh").doesNotContain("ANSWER dishub");
            assertThat(due(last(it, Step.ANSWER, "dlh"))).isEqualTo("11-24 10:00");
        }

        @Test
        void theAccusedUnitGetsNoClock() {
            var it = desk.aComplaint()
                    .forwardedTo("inspektorat", "dputr")
                    .answered()
                    .classifiedAs(Classification.PENGAWASAN, "dputr")
                    .sentBack();

            assertThat(running(it)).contains("ANSWER inspektorat").doesNotContain("ANSWER dputr");
        }
    }

    @Test
    void aReturnToTheDeskCancelsTheAgencysClockAndGivesTheDeskADay() {
        var it = desk.aComplaint().forwardedTo("dputr", "dlh");
        it.at("2026-11-23 14:00").returned();

        assertThat(last(it, Step.ANSWER, "dputr").outcome()).isEqualTo(CANCELLED);
        assertThat(last(it, Step.ANSWER, "dputr").stopReason()).isEqualTo("returned");
        assertThat(last(it, Step.ANSWER, "dlh").stopReason()).isEqualTo("returned");
        assertThat(due(last(it, Step.FORWARD))).isEqualTo("11-24 14:00");
        it.forwardedTo("dlh");
        assertThat(count(it, Step.FOLLOW_UP)).as("the nation's limit goes on").isEqualTo(1);
    }

    @Test
    void aDeskThatTakesItBackByItselfHasOnlyWhatItHadLeft() {
        var it = desk.aComplaint().arrived();
        it.at("2026-11-23 15:00").forwardedTo("dputr").at("2026-11-23 15:30").recalled();

        assertThat(last(it, Step.ANSWER, "dputr").stopReason()).isEqualTo("recalled");
        assertThat(due(last(it, Step.FORWARD))).isEqualTo("11-24 09:30");
    }

    @Test
    void aReassignmentGivesTheNewLeadItsOwnDay() {
        var it = desk.aComplaint().forwardedTo("dputr", "dlh");
        it.at("2026-11-23 12:00").reassignedTo("dlh");

        assertThat(last(it, Step.ANSWER, "dputr").stopReason()).isEqualTo("reassigned");
        assertThat(running(it)).containsOnlyOnce("ANSWER dlh").doesNotContain("ANSWER dputr");
        assertThat(due(last(it, Step.ANSWER, "dlh"))).isEqualTo("11-24 12:00");
    }

    @Test
    void aPromiseRunsToTheEndOfItsDay() {
        var it = desk.aComplaint().forwardedTo("dputr", "dlh");
        it.at("2026-11-23 10:00").answeredInTheMeantimePromising("2026-12-01");
        it.at("2026-11-23 10:30").relayed();

        assertThat(due(last(it, Step.PROMISE, "dputr"))).isEqualTo("12-02 00:00");
        assertThat(last(it, Step.FOLLOW_UP).outcome()).isEqualTo(MET);
        assertThat(last(it, Step.SETTLE).isRunning())
                .as("it is not settled yet")
                .isTrue();
        assertThat(running(it)).contains("ANSWER dlh");

        it.at("2026-11-30 09:00").answered().sentBack();
        assertThat(due(last(it, Step.PROMISE, "dputr")))
                .as("a promise keeps its own day")
                .isEqualTo("12-02 00:00");
        it.at("2026-12-02 00:01");
        job.flag();
        it.answered();
        assertThat(last(it, Step.PROMISE, "dputr").outcome()).isEqualTo(BREACHED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "INFORMASI, 11-30 09:00",
        "ASPIRASI, 12-11 09:00",
        "NON_PENGAWASAN, 12-11 09:00",
        // Sixty working days, less the days off of the joint decrees between: counted by hand on a calendar.
        "PENGAWASAN, 02-22 09:00"
    })
    void theClassSaysUntilWhenItHasToBeSettled(Classification as, String due) {
        var it = desk.aComplaint(aReport().classified(as)).arrived();
        assertThat(due(last(it, Step.SETTLE))).isEqualTo(due);

        var later = desk.aComplaint().arrived();
        later.at("2026-11-25 15:00").classifiedAs(as, null);
        assertThat(due(last(later, Step.SETTLE)))
                .as("it counts from the arrival")
                .isEqualTo(due);
        assertThat(last(later, Step.SETTLE).isRunning()).isTrue();
        assertThat(first(later, Step.SETTLE).outcome()).isEqualTo(CANCELLED);
        assertThat(first(later, Step.SETTLE).stopReason()).isEqualTo("classified");
    }

    @Test
    void aClassThatIsSetAfterTheEndStartsNothing() {
        var it = desk.aComplaint().archived().classifiedAs(Classification.INFORMASI, null);

        assertThat(running(it)).isEmpty();
    }

    @Test
    void withdrawingOrARefusalGivesTheReviewBack() {
        var withdrawn =
                desk.aComplaint().forwardedTo("dputr").answered().approved().approvalWithdrawn();
        var refused =
                desk.aComplaint().forwardedTo("dputr").answered().approved().refusedByThePortal();

        assertThat(last(withdrawn, Step.RELAY).stopReason()).isEqualTo("withdrawn");
        assertThat(last(refused, Step.RELAY).stopReason()).isEqualTo("refused");
        assertThat(running(withdrawn)).contains("REVIEW DESK");
        assertThat(running(refused)).contains("REVIEW DESK");
        assertThat(last(refused, Step.RELAY).outcome()).isEqualTo(CANCELLED);
    }

    @Test
    void whateverEndsTheComplaintEndsItsClocks() {
        var ended = List.of(
                desk.aComplaint().archived(),
                desk.aComplaint().forwardedTo("dputr", "dlh").archived(),
                desk.aComplaint().forwardedTo("dputr").answered().closedOnThePortal(),
                desk.aComplaint().forwardedTo("dputr").answered().relayed().closedOnThePortal(),
                desk.aComplaint().forwardedTo("dputr").movedAway());

        assertThat(ended).allSatisfy(it -> assertThat(running(it)).isEmpty());
        assertThat(last(ended.get(0), Step.FORWARD).stopReason()).isEqualTo("archived");
        assertThat(last(ended.get(2), Step.REVIEW).stopReason()).isEqualTo("closed");
        assertThat(last(ended.get(4), Step.ANSWER, "dputr").stopReason()).isEqualTo("moved");
    }

    @Test
    void theNextRoundHasClocksOfItsOwn() {
        var it = desk.aComplaint().forwardedTo("dputr").answered().relayed();
        it.at("2026-11-25 09:00").followedUp();

        assertThat(last(it, Step.REPLY_WINDOW).outcome()).isEqualTo(MET);
        assertThat(running(it)).containsExactly("FORWARD DESK", "VERIFY DESK", "SETTLE DESK");
        assertThat(last(it, Step.FORWARD).round()).isEqualTo(2);
        assertThat(due(last(it, Step.FORWARD))).isEqualTo("11-26 09:00");
        it.forwardedTo("dputr");
        assertThat(last(it, Step.FOLLOW_UP).round()).isEqualTo(2);

        var reopened = desk.aComplaint().archived().reopened();
        assertThat(running(reopened)).containsExactly("FORWARD DESK", "VERIFY DESK", "SETTLE DESK");
    }

    @Test
    void aFollowUpOnTheWayChangesNoClock() {
        var it = desk.aComplaint().forwardedTo("dputr");
        var before = told(it);

        it.at("2026-11-23 12:00").followedUp();

        assertThat(told(it)).isEqualTo(before);
    }

    @Nested
    class Late {

        @Test
        void isSaidOnceByHoweverManyJobs() throws Exception {
            var late = new ArrayList<Case>();
            for (var count = 0; count < 30; count++) {
                late.add(desk.aComplaint().arrived());
            }
            desk.at("2026-11-24 09:00:01");
            var other = new ClockJob(clocks, complaints, clock, transaction);

            Together.all(this::flag, () -> flag(other), this::flag, () -> flag(other));

            for (var it : late) {
                assertThat(bystander.clockEventsOf(it.id()))
                        .extracting(ClockEvent::step, ClockEvent::outcome)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(Step.FORWARD, BREACHED));
                assertThat(first(it, Step.FORWARD).breachedAt()).isEqualTo(wib("2026-11-24 09:00:01"));
                assertThat(first(it, Step.FORWARD).isRunning())
                        .as("late, and still to do")
                        .isTrue();
            }
        }

        private Object flag() {
            return flag(job);
        }

        private Object flag(ClockJob whose) {
            whose.flag();
            return "done";
        }

        @Test
        void isNotSaidOnTheDot() {
            var it = desk.aComplaint().arrived();
            desk.at("2026-11-24 09:00");
            job.flag();
            assertThat(last(it, Step.FORWARD).outcome()).isEqualTo(RUNNING);

            desk.at("2026-11-24 09:00:01");
            job.flag();
            assertThat(last(it, Step.FORWARD).outcome()).isEqualTo(BREACHED);
        }

        @Test
        void staysSoHoweverItStops() {
            var forwarded = desk.aComplaint().arrived();
            var archived = desk.aComplaint().arrived();
            desk.at("2026-11-24 10:00");
            job.flag();
            forwarded.forwardedTo("dputr");
            archived.archived();

            assertThat(last(forwarded, Step.FORWARD).outcome()).isEqualTo(BREACHED);
            assertThat(last(archived, Step.FORWARD).outcome()).isEqualTo(BREACHED);
            assertThat(last(forwarded, Step.FORWARD).isRunning()).isFalse();
            assertThat(bystander.clockEventsOf(forwarded.id()))
                    .as("FORWARD was told when it was flagged, and not again")
                    .extracting(ClockEvent::step)
                    .containsExactlyInAnyOrder(Step.FORWARD, Step.VERIFY);
        }

        @Test
        void isSeenAtTheStopWhenNoJobCameInBetween() {
            var it = desk.aComplaint().arrived();
            it.at("2026-11-24 10:00").forwardedTo("dputr");

            assertThat(last(it, Step.FORWARD).outcome()).isEqualTo(BREACHED);
            assertThat(last(it, Step.FORWARD).breachedAt()).isEqualTo(wib("2026-11-24 10:00"));
        }

        @Test
        void isNoReplyWindow() {
            var it = desk.aComplaint().forwardedTo("dputr").answered().relayed();
            desk.at("2026-12-23 09:00");
            job.flag();

            assertThat(last(it, Step.REPLY_WINDOW).outcome())
                    .as("it ended in silence, and nobody was late")
                    .isEqualTo(MET);
            assertThat(jdbc.sql("select state from complaint where tracking_id = ?")
                            .params(it.id().value())
                            .query(String.class)
                            .single())
                    .isEqualTo("CLOSED");
        }

        @Test
        void isAnnouncedAtFourFifths() {
            var it = desk.aComplaint().arrived();
            desk.at("2026-11-24 04:12");
            job.flag();
            assertThat(last(it, Step.FORWARD).warnedAt()).as("19 h 12 min").isNull();

            desk.at("2026-11-24 04:12:01");
            job.flag();
            assertThat(last(it, Step.FORWARD).warnedAt()).isEqualTo(wib("2026-11-24 04:12:01"));
            assertThat(last(it, Step.FORWARD).isNear()).isTrue();

            desk.at("2026-11-24 05:00");
            job.flag();
            assertThat(last(it, Step.FORWARD).warnedAt()).as("once").isEqualTo(wib("2026-11-24 04:12:01"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update clock set outcome = 'MET', breached_at = null where id = ?",
                "update clock set stopped_at = null where id = ?",
                "update clock set due_at = due_at + interval '1 day' where id = ?",
                "update clock set stop_reason = 'other' where id = ?"
            })
    void aStoppedClockNeverChanges(String sql) {
        var it = desk.aComplaint().arrived();
        it.at("2026-11-24 10:00").forwardedTo("dputr");
        var stopped = last(it, Step.FORWARD);

        assertThatThrownBy(() -> jdbc.sql(sql).params(stopped.id()).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("was stopped and cannot change");
        assertThat(last(it, Step.FORWARD)).isEqualTo(stopped);
    }

    @Test
    void aBreachStandsAndNoClockIsThrownAway() {
        var it = desk.aComplaint().arrived();
        desk.at("2026-11-24 10:00");
        job.flag();
        var id = last(it, Step.FORWARD).id();

        assertThatThrownBy(() -> jdbc.sql("update clock set breached_at = null, outcome = 'RUNNING' where id = ?")
                        .params(id)
                        .update())
                .rootCause()
                .hasMessageContaining("the breach of clock");
        assertThatThrownBy(() ->
                        jdbc.sql("delete from clock where id = ?").params(id).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aNewLimitIsOnlyForClocksThatStartAfterIt() {
        var before = desk.at("2027-07-02 09:00").aComplaint().arrived();
        jdbc.sql("""
                        insert into policy (step, classification, amount, unit, valid_from, legal_source)
                        values ('FORWARD', null, 2, 'WORKING_DAY', '2027-07-05', 'Perubahan')""").update();
        var dayBefore = desk.at("2027-07-04 23:59").aComplaint().arrived();
        var after = desk.at("2027-07-05 00:00").aComplaint().arrived();

        assertThat(due(last(before, Step.FORWARD))).isEqualTo("07-05 09:00");
        assertThat(due(last(dayBefore, Step.FORWARD))).as("a Sunday").isEqualTo("07-06 07:30");
        assertThat(due(last(after, Step.FORWARD))).isEqualTo("07-07 00:00");
        assertThat(last(after, Step.FORWARD).legalSource()).isEqualTo("Perubahan");
        assertThat(last(after, Step.FORWARD).amount()).isEqualTo(2);
        assertThat(last(dayBefore, Step.FORWARD).amount()).isEqualTo(1);
    }

    @Test
    void aDeadlineSaysWhichDaysDidNotCountAndWhatTheyAreCalled() {
        var it = desk.at("2026-12-23 10:00").aComplaint().arrived();

        var forward = last(it, Step.FORWARD);

        assertThat(due(forward)).isEqualTo("12-28 10:00");
        assertThat(forward.daysOff())
                .extracting(DayLine::toString)
                .containsExactly(
                        "DayLine[date=2026-12-24, reason=CUTI_BERSAMA, name=Cuti bersama]",
                        "DayLine[date=2026-12-25, reason=LIBUR_NASIONAL, name=Natal]",
                        "DayLine[date=2026-12-26, reason=WEEKEND, name=Sabtu]",
                        "DayLine[date=2026-12-27, reason=WEEKEND, name=Minggu]");
        assertThat(last(desk.at("2026-11-23 09:00").aComplaint().arrived(), Step.FORWARD)
                        .daysOff())
                .isEmpty();
    }

    private List<ClockRow> rows(Case it) {
        return queries.of(it.id());
    }

    /** Step, owner, outcome and when it is due, oldest first. */
    private List<String> told(Case it) {
        return rows(it).stream()
                .map(row -> "%s %s %s %s".formatted(row.step(), row.owner(), row.outcome(), due(row)))
                .toList();
    }

    private List<String> running(Case it) {
        return rows(it).stream()
                .filter(ClockRow::isRunning)
                .map(row -> row.step() + " " + row.owner())
                .toList();
    }

    private ClockRow first(Case it, Step step) {
        return rows(it).stream().filter(row -> row.step() == step).findFirst().orElseThrow();
    }

    private ClockRow last(Case it, Step step) {
        return rows(it).stream()
                .filter(row -> row.step() == step)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private ClockRow last(Case it, Step step, String owner) {
        return rows(it).stream()
                .filter(row -> row.step() == step && row.owner().equals(owner))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private long count(Case it, Step step) {
        return rows(it).stream().filter(row -> row.step() == step).count();
    }

    private static String due(ClockRow row) {
        return written(row.dueAt());
    }

    private static String written(Instant time) {
        return TIME.format(LocalDateTime.ofInstant(time, DomainClock.WIB));
    }
}
