package id.go.cirebonkab.lajur.sla;

import static id.go.cirebonkab.lajur.sla.LimitUnit.CALENDAR_DAY;
import static id.go.cirebonkab.lajur.sla.LimitUnit.MINUTE;
import static id.go.cirebonkab.lajur.sla.LimitUnit.WORKING_DAY;
import static id.go.cirebonkab.lajur.sla.LimitUnit.WORKING_HOUR;
import static id.go.cirebonkab.lajur.sla.TestCalendars.at;
import static id.go.cirebonkab.lajur.sla.TestCalendars.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = TestCalendars.of2026And2027();

    @ParameterizedTest(name = "{0}: from {1}, {2} {3} run until {4}")
    @CsvSource({
        "Monday evening ends on Tuesday evening,               2026-07-06 20:00, 1, WORKING_DAY,  2026-07-07 20:00",
        "the day counts and not the hour,                      2026-07-06 05:00, 1, WORKING_DAY,  2026-07-07 05:00",
        "Friday afternoon ends on Monday afternoon,            2026-07-10 16:00, 1, WORKING_DAY,  2026-07-13 16:00",
        "Saturday starts on Monday at opening,                 2026-07-11 10:00, 1, WORKING_DAY,  2026-07-14 07:30",
        "Sunday night starts on Monday at opening too,         2026-07-12 23:59, 1, WORKING_DAY,  2026-07-14 07:30",
        "Thursday before a cuti bersama ends on Monday,        2027-12-23 10:00, 1, WORKING_DAY,  2027-12-27 10:00",
        "a cuti bersama itself starts at the next opening,     2026-12-24 10:00, 1, WORKING_DAY,  2026-12-29 07:30",
        "the small hours after a day off keep their hour,      2026-07-13 02:00, 1, WORKING_DAY,  2026-07-14 02:00",
        "Ramadan opens at eight,                               2026-02-21 10:00, 1, WORKING_DAY,  2026-02-24 08:00",
        "midnight before a weekend is Monday's midnight,       2026-07-10 00:00, 1, WORKING_DAY,  2026-07-13 00:00",
        "five working days are a week,                         2026-07-08 09:15, 5, WORKING_DAY,  2026-07-15 09:15",
        "Idulfitri and its cuti bersama are a long gap,        2026-03-17 11:00, 1, WORKING_DAY,  2026-03-25 11:00",
        "a calendar day does not care for the weekend,         2026-07-10 16:00, 1, CALENDAR_DAY, 2026-07-11 16:00",
        "a calendar day starts on a day off as well,           2026-07-11 10:00, 1, CALENDAR_DAY, 2026-07-12 10:00",
        "a minute is a minute even on Sunday night,            2026-07-12 23:59, 1, MINUTE,       2026-07-13 00:00",
        "a working hour may end at closing time,               2026-07-06 15:00, 1, WORKING_HOUR, 2026-07-06 16:00",
        "a working hour goes on in the morning,                2026-07-06 15:30, 1, WORKING_HOUR, 2026-07-07 08:00",
        "the break does not count,                             2026-07-06 11:45, 1, WORKING_HOUR, 2026-07-06 13:45",
        "what comes in the break starts after it,              2026-07-06 12:10, 1, WORKING_HOUR, 2026-07-06 14:00",
        "the break on Friday is the longer one,                2026-07-10 11:00, 1, WORKING_HOUR, 2026-07-10 13:30",
        "a working hour goes on after the weekend,             2026-07-10 16:00, 1, WORKING_HOUR, 2026-07-13 08:00",
        "a working hour in Ramadan goes on at eight,           2026-02-23 14:30, 1, WORKING_HOUR, 2026-02-24 08:30",
    })
    void aLimitRunsOutWhenTheRuleSays(String rule, String start, int amount, LimitUnit unit, String due) {
        assertThat(written(calendar.deadline(at(start), new Limit(amount, unit)).due()))
                .as(rule)
                .isEqualTo(due);
    }

    @Test
    void theWeekHasTheHoursOfTheLaw() {
        assertThat(calendar.left(at("2026-07-06 00:00"), at("2026-07-13 00:00"), WORKING_HOUR))
                .isEqualTo(Duration.ofMinutes(2250));
        assertThat(calendar.left(at("2026-02-23 00:00"), at("2026-03-02 00:00"), WORKING_HOUR))
                .isEqualTo(Duration.ofMinutes(1950));
    }

    @Test
    void aDeadlineNamesTheDaysThatItSkipped() {
        var deadline = calendar.deadline(at("2026-03-17 11:00"), new Limit(1, WORKING_DAY));
        assertThat(deadline.skipped())
                .extracting(day -> day.date() + " " + day.reason() + " " + day.name())
                .containsExactly(
                        "2026-03-18 CUTI_BERSAMA Cuti bersama",
                        "2026-03-19 LIBUR_NASIONAL Hari Suci Nyepi",
                        "2026-03-20 CUTI_BERSAMA Cuti bersama",
                        "2026-03-21 LIBUR_NASIONAL Idulfitri",
                        "2026-03-22 LIBUR_NASIONAL Idulfitri",
                        "2026-03-23 CUTI_BERSAMA Cuti bersama",
                        "2026-03-24 CUTI_BERSAMA Cuti bersama");
    }

    @Test
    void aStartOnADayOffIsSkippedAndTheEffectiveStartTold() {
        var deadline = calendar.deadline(at("2026-07-11 10:00"), new Limit(1, WORKING_DAY));
        assertThat(written(deadline.effectiveStart())).isEqualTo("2026-07-13 07:30");
        assertThat(deadline.skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2026, 7, 11), SkippedDay.Reason.WEEKEND, "Sabtu"),
                        new SkippedDay(LocalDate.of(2026, 7, 12), SkippedDay.Reason.WEEKEND, "Minggu"));
    }

    @Test
    void calendarDaysAndMinutesSkipNothing() {
        assertThat(calendar.deadline(at("2026-07-10 16:00"), new Limit(3, CALENDAR_DAY))
                        .skipped())
                .isEmpty();
        assertThat(calendar.deadline(at("2026-07-11 16:00"), new Limit(3, MINUTE))
                        .skipped())
                .isEmpty();
    }

    @Test
    void theNationalHolidayTellsWhyWhereADayIsOffTwice() {
        var day = LocalDate.of(2026, 7, 8);
        var cuti = new DayOff(day, DayOff.Kind.CUTI_BERSAMA, "Cuti bersama");
        var libur = new DayOff(day, DayOff.Kind.LIBUR_NASIONAL, "Pilkada");
        for (var both : List.of(List.of(cuti, libur), List.of(libur, cuti))) {
            var deadline =
                    new WorkingCalendar(both, List.of()).deadline(at("2026-07-07 09:00"), new Limit(1, WORKING_DAY));
            assertThat(deadline.skipped())
                    .containsExactly(new SkippedDay(day, SkippedDay.Reason.LIBUR_NASIONAL, "Pilkada"));
        }
    }

    @ParameterizedTest(name = "at {0} the office works: {1}, opens next at {2}")
    @CsvSource({
        "2026-07-06 07:29, false, 2026-07-06 07:30",
        "2026-07-06 07:30, true,  2026-07-06 07:30",
        "2026-07-06 11:59, true,  2026-07-06 11:59",
        "2026-07-06 12:00, false, 2026-07-06 13:00",
        "2026-07-06 15:59, true,  2026-07-06 15:59",
        "2026-07-06 16:00, false, 2026-07-07 07:30",
        "2026-07-10 16:15, true,  2026-07-10 16:15",
        "2026-07-10 16:30, false, 2026-07-13 07:30",
        "2026-07-11 10:00, false, 2026-07-13 07:30",
        "2026-02-18 16:00, false, 2026-02-19 08:00",
        "2026-03-20 10:00, false, 2026-03-25 07:30",
        "2026-12-24 10:00, false, 2026-12-28 07:30",
    })
    void theOfficeWorksAndOpens(String moment, boolean works, String opening) {
        assertThat(calendar.isOfficeHours(at(moment))).isEqualTo(works);
        assertThat(written(calendar.nextOpening(at(moment)))).isEqualTo(opening);
    }

    @ParameterizedTest(name = "stopped at {0} with due {1}, {2} has {3} left")
    @CsvSource({
        "2026-07-06 18:00, 2026-07-07 10:00, WORKING_DAY,  PT16H",
        "2026-07-10 16:00, 2026-07-13 16:00, WORKING_DAY,  PT24H",
        "2026-07-11 10:00, 2026-07-13 16:00, WORKING_DAY,  PT16H",
        "2026-07-13 16:00, 2026-07-13 16:00, WORKING_DAY,  PT0S",
        "2026-07-14 16:00, 2026-07-13 16:00, WORKING_DAY,  PT0S",
        "2026-07-11 10:00, 2026-07-13 16:00, CALENDAR_DAY, PT54H",
        "2026-07-12 10:00, 2026-07-12 10:05, MINUTE,       PT5M",
        "2026-07-10 11:00, 2026-07-13 08:00, WORKING_HOUR, PT4H30M",
    })
    void whatIsLeftIsMeasuredAsTheLimitIs(String now, String due, LimitUnit unit, Duration left) {
        assertThat(calendar.left(at(now), at(due), unit)).isEqualTo(left);
    }

    @ParameterizedTest(name = "{1} left go on from {0} until {3}")
    @CsvSource({
        "2026-07-08 09:00, PT16H,   WORKING_DAY,  2026-07-09 01:00",
        "2026-07-10 09:00, PT16H,   WORKING_DAY,  2026-07-13 01:00",
        "2026-07-11 10:00, PT16H,   WORKING_DAY,  2026-07-13 16:00",
        "2026-07-11 10:00, PT0S,    WORKING_DAY,  2026-07-11 10:00",
        "2026-07-11 10:00, PT6H,    CALENDAR_DAY, 2026-07-11 16:00",
        "2026-07-10 16:00, PT1H,    WORKING_HOUR, 2026-07-13 08:00",
    })
    void aRevisionHasOnlyWhatWasLeft(String from, Duration left, LimitUnit unit, String due) {
        assertThat(written(calendar.resume(at(from), left, unit).due())).isEqualTo(due);
    }

    @Test
    void aClockStoppedBeforeItBeganKeepsItsWholeLimitAndNoMore() {
        var deadline = calendar.deadline(at("2026-07-11 10:00"), new Limit(1, WORKING_DAY));
        var left = calendar.left(deadline.effectiveStart(), deadline.due(), WORKING_DAY);
        assertThat(left).isEqualTo(Duration.ofDays(1));
        assertThat(calendar.resume(deadline.effectiveStart(), left, WORKING_DAY).due())
                .isEqualTo(deadline.due());
    }

    @Test
    void lessThanNothingCannotBeLeft() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.resume(at("2026-07-08 09:00"), Duration.ofSeconds(-1), WORKING_DAY));
    }

    @ParameterizedTest(name = "{2} of the limit from {0} to {1} is used up at {4}")
    @CsvSource({
        "2026-07-06 10:00, 2026-07-07 10:00, 0.5, WORKING_DAY,  2026-07-06 22:00",
        "2026-07-10 16:00, 2026-07-13 16:00, 0.5, WORKING_DAY,  2026-07-13 04:00",
        "2026-07-11 10:00, 2026-07-14 07:30, 0.5, WORKING_DAY,  2026-07-13 19:30",
        "2026-07-10 16:00, 2026-07-13 16:00, 1,   WORKING_DAY,  2026-07-13 16:00",
        "2026-07-10 16:00, 2026-07-11 16:00, 0.8, CALENDAR_DAY, 2026-07-11 11:12",
        "2026-07-10 16:00, 2026-07-13 08:00, 0.8, WORKING_HOUR, 2026-07-13 07:48",
        "2026-07-10 16:00, 2026-07-10 16:00, 0.8, WORKING_DAY,  2026-07-10 16:00",
        "2026-07-11 10:00, 2026-07-13 05:00, 0.8, WORKING_DAY,  2026-07-13 04:00",
    })
    void aShareIsUsedUpInTheSameMeasure(String start, String due, double share, LimitUnit unit, String moment) {
        assertThat(written(calendar.partWay(at(start), at(due), share, unit))).isEqualTo(moment);
    }

    @Test
    void aShareIsBetweenNothingAndAll() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> calendar.partWay(at("2026-07-06 10:00"), at("2026-07-07 10:00"), share, WORKING_DAY));
        }
    }

    @Test
    void theMachinesOwnZoneAndLanguageDoNotMatter() {
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            var elsewhere = TestCalendars.of2026And2027();
            assertThat(elsewhere.deadline(at("2026-07-11 10:00"), new Limit(1, WORKING_DAY)))
                    .isEqualTo(calendar.deadline(at("2026-07-11 10:00"), new Limit(1, WORKING_DAY)));
            assertThat(written(elsewhere
                            .deadline(at("2026-07-12 23:59"), new Limit(1, WORKING_DAY))
                            .due()))
                    .isEqualTo("2026-07-14 07:30");
            assertThat(written(elsewhere.nextOpening(at("2026-07-10 16:30")))).isEqualTo("2026-07-13 07:30");
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void aLimitOfNothingIsNoLimit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, WORKING_DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(-1, MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(Integer.MAX_VALUE, WORKING_DAY));
    }

    @Test
    void aRamadanDoesNotEndBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ramadan(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 2, 19)));
    }
}
