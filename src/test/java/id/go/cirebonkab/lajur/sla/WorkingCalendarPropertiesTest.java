package id.go.cirebonkab.lajur.sla;

import static id.go.cirebonkab.lajur.sla.MinuteByMinute.DAY;
import static id.go.cirebonkab.lajur.sla.MinuteByMinute.DAYS;
import static id.go.cirebonkab.lajur.sla.MinuteByMinute.instant;
import static id.go.cirebonkab.lajur.sla.MinuteByMinute.minute;
import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.Proof;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The calendar against a slow oracle, over generated starts and limits in 2026 and 2027. {@code -Dlajur.test.seed} and
 * {@code -Dlajur.test.cases} choose others.
 */
class WorkingCalendarPropertiesTest {

    private static final long SEED = Long.getLong("lajur.test.seed", 20_260_706L);

    /** How many tests here go through cases. */
    private static final int PROPERTIES = 11;

    private final WorkingCalendar calendar = TestCalendars.of2026And2027();
    private final MinuteByMinute oracle = new MinuteByMinute();
    private final Random random = new Random(SEED);

    @Test
    void everyDeadlineIsTheOneThatCountingMinutesFinds() {
        forEachCase((start, limit) -> assertThat(
                        minute(calendar.deadline(instant(start), limit).due()))
                .as("%s + %s", instant(start), limit)
                .isEqualTo(oracle.due(start, limit.amount(), limit.unit())));
    }

    @Test
    void theSecondsOfAStartAreKept() {
        forEachCase((start, limit) -> {
            if (limit.unit() == LimitUnit.WORKING_DAY && oracle.isWorkingDay(start)) {
                var odd = Duration.ofMillis(random.nextInt(60_000));
                assertThat(calendar.deadline(instant(start).plus(odd), limit).due())
                        .as("%s + %s", instant(start), limit)
                        .isEqualTo(
                                calendar.deadline(instant(start), limit).due().plus(odd));
            }
        });
    }

    @Test
    void aDeadlineIsAfterItsStart() {
        forEachCase((start, limit) -> {
            var deadline = calendar.deadline(instant(start), limit);
            assertThat(deadline.due()).isAfter(instant(start)).isAfter(deadline.effectiveStart());
            assertThat(deadline.effectiveStart()).isAfterOrEqualTo(instant(start));
        });
    }

    @Test
    void whatBeginsToRunLaterIsNeverDueEarlier() {
        forEachCase((start, limit) -> {
            var one = calendar.deadline(instant(start), limit);
            var other = calendar.deadline(instant(start + random.nextInt(3 * DAY)), limit);
            var oneIsFirst = one.effectiveStart().isBefore(other.effectiveStart());
            assertThat((oneIsFirst ? other : one).due())
                    .as("%s + %s", instant(start), limit)
                    .isAfterOrEqualTo((oneIsFirst ? one : other).due());
        });
    }

    @Test
    void whatStartsLaterBeginsToRunLaterButForTheSmallHoursAfterADayOff() {
        forEachCase((start, limit) -> {
            int later = start + random.nextInt(3 * DAY);
            var one = calendar.effectiveStart(instant(start), limit.unit());
            var other = calendar.effectiveStart(instant(later), limit.unit());
            if (limit.unit() != LimitUnit.WORKING_DAY
                    || oracle.isWorkingDay(start)
                    || !oracle.isWorkingDay(later)
                    || later % DAY >= 8 * 60) {
                assertThat(other)
                        .as("%s and %s, %s", instant(start), instant(later), limit)
                        .isAfterOrEqualTo(one);
            }
        });
    }

    @Test
    void aWorkingDayLimitIsNeverDueOnADayOff() {
        forEachCase((start, limit) -> {
            if (limit.unit() == LimitUnit.WORKING_DAY) {
                var due = calendar.deadline(instant(start), limit).due();
                assertThat(oracle.isWorkingDay(minute(due)))
                        .as("%s + %s", instant(start), limit)
                        .isTrue();
            }
        });
    }

    @Test
    void whatIsLeftIsWhatCountingMinutesFinds() {
        forEachCase((start, limit) -> {
            var due = calendar.deadline(instant(start), limit).due();
            int now = start + random.nextInt(minute(due) - start + DAY);
            assertThat(calendar.left(instant(now), due, limit.unit()).toMinutes())
                    .as("%s + %s stopped at %s", instant(start), limit, instant(now))
                    .isEqualTo(oracle.counted(now, minute(due), limit.unit()));
        });
    }

    @Test
    void aLimitStoppedAndResumedAtOnceIsDueAsBefore() {
        forEachCase((start, limit) -> {
            var due = calendar.deadline(instant(start), limit).due();
            var now = instant(start + random.nextInt(minute(due) - start));
            var left = calendar.left(now, due, limit.unit());
            if (left.isZero()) {
                // Its last day ended at midnight before a day off: used up, though due on the next working day.
                assertThat(oracle.isWorkingDay(minute(now))).isFalse();
                return;
            }
            var resumed = calendar.resume(now, left, limit.unit());
            assertThat(resumed.due())
                    .as("%s + %s stopped at %s", instant(start), limit, now)
                    .isEqualTo(due);
            assertThat(resumed.effectiveStart()).isBetween(now, due);
        });
    }

    @Test
    void whatWasLeftIsLeftAgainWheneverItIsResumed() {
        forEachCase((from, limit) -> {
            var left = Duration.ofMinutes(1 + random.nextInt(3 * DAY));
            var due = calendar.resume(instant(from), left, limit.unit()).due();
            assertThat(calendar.left(instant(from), due, limit.unit()))
                    .as("%s + %s %s", instant(from), left, limit.unit())
                    .isEqualTo(left);
        });
    }

    @Test
    void theSkippedDaysAreTheDaysOffFromTheStartToTheDueTime() {
        forEachCase((start, limit) -> {
            var deadline = calendar.deadline(instant(start), limit);
            List<LocalDate> off = new ArrayList<>();
            if (limit.unit() == LimitUnit.WORKING_DAY || limit.unit() == LimitUnit.WORKING_HOUR) {
                for (int day = start / DAY; day <= minute(deadline.due()) / DAY; day++) {
                    if (!oracle.isWorkingDay(day * DAY)) {
                        off.add(LocalDate.of(2026, 1, 1).plusDays(day));
                    }
                }
            }
            assertThat(deadline.skipped())
                    .as("%s + %s", instant(start), limit)
                    .extracting(SkippedDay::date)
                    .isEqualTo(off);
        });
    }

    @Test
    void aShareOfALimitLeavesTheRest() {
        forEachCase((start, limit) -> {
            var deadline = calendar.deadline(instant(start), limit);
            double share = random.nextInt(1, 100) / 100.0;
            var moment = calendar.partWay(instant(start), deadline.due(), share, limit.unit());
            var whole = calendar.left(deadline.effectiveStart(), deadline.due(), limit.unit());
            var rest = calendar.left(moment, deadline.due(), limit.unit());
            assertThat(moment).isBetween(deadline.effectiveStart(), deadline.due());
            assertThat(rest.toMillis())
                    .as("%s of %s + %s", share, instant(start), limit)
                    .isBetween(
                            (long) (whole.toMillis() * (1 - share)) - 1, (long) (whole.toMillis() * (1 - share)) + 1);
        });
    }

    @Test
    void everyMinuteOfTwoYearsIsOfTheOfficeOrNot() {
        Instant opening = instant(DAYS * DAY - DAY);
        for (int minute = (DAYS - 10) * DAY; minute >= 0; minute--) {
            if (oracle.isOffice(minute)) {
                opening = instant(minute);
            }
            if (minute % 15 == 0 && minute < (DAYS - 20) * DAY) {
                assertThat(calendar.isOfficeHours(instant(minute)))
                        .as(instant(minute).toString())
                        .isEqualTo(oracle.isOffice(minute));
                assertThat(calendar.nextOpening(instant(minute))).isEqualTo(opening);
                assertThat(calendar.isWorkingDay(LocalDate.ofInstant(instant(minute), ZoneOffset.ofHours(7))))
                        .isEqualTo(oracle.isWorkingDay(minute));
            }
        }
    }

    private void forEachCase(Case property) {
        var proof = Proof.oneOf(PROPERTIES, "calendar", "lajur.test.cases", 24_000);
        while (proof.goesOn()) {
            property.of(anyStart(), anyLimit());
        }
        proof.holds("starts and limits with seed " + SEED);
    }

    private int anyStart() {
        int start = random.nextInt((DAYS - 150) * DAY);
        // Edges of days and of the office are where rules break.
        return switch (random.nextInt(4)) {
            case 0 -> start / DAY * DAY;
            case 1 -> start / 30 * 30;
            default -> start;
        };
    }

    private Limit anyLimit() {
        return switch (random.nextInt(4)) {
            case 0 -> new Limit(1 + random.nextInt(60), LimitUnit.WORKING_DAY);
            case 1 -> new Limit(1 + random.nextInt(4), LimitUnit.WORKING_DAY);
            case 2 -> new Limit(1 + random.nextInt(40), LimitUnit.WORKING_HOUR);
            default ->
                random.nextBoolean()
                        ? new Limit(1 + random.nextInt(30), LimitUnit.CALENDAR_DAY)
                        : new Limit(1 + random.nextInt(5_000), LimitUnit.MINUTE);
        };
    }

    private interface Case {
        void of(int start, Limit limit);
    }
}
