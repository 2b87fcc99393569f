package id.go.cirebonkab.lajur.sla;

import static id.go.cirebonkab.lajur.shared.DomainClock.WIB;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts limits in working days, working hours, calendar days and minutes. Days and times of day are those of WIB,
 * whatever the machine's own zone. Saturday, Sunday, libur nasional and cuti bersama are no working days; of a year
 * whose days off are not known yet only the weekends are.
 *
 * <p>A limit is measured in one of three ways: working days in the wall time that falls on working days (midnight to
 * midnight), working hours in {@link OfficeHours}, the others in plain wall time. {@link #deadline}, {@link #left},
 * {@link #resume} and {@link #partWay} all use the same measure, so what they say fits together.
 */
public final class WorkingCalendar {

    private final Map<LocalDate, DayOff> daysOff = new HashMap<>();
    private final List<Ramadan> ramadans;

    public WorkingCalendar(Collection<DayOff> daysOff, Collection<Ramadan> ramadans) {
        daysOff.forEach(day -> this.daysOff.merge(day.date(), day, WorkingCalendar::theNationalOne));
        this.ramadans = List.copyOf(ramadans);
    }

    /**
     * When a limit that starts then runs out. A working day ends at the same time of day on the next working day; what
     * starts on a day off starts at the next opening, so Monday 02:00 is due before Sunday 22:00 is. A working hour that ends at closing time is due at closing time.
     */
    public Deadline deadline(Instant start, Limit limit) {
        var effectiveStart = effectiveStart(start, limit.unit());
        var due = after(effectiveStart, length(limit), limit.unit());
        return new Deadline(effectiveStart, due, skipped(start, due, limit.unit()));
    }

    /**
     * When a limit begins to run: in working days at the next opening where it starts on a day off, in working hours at
     * the next office minute, else at once.
     */
    public Instant effectiveStart(Instant start, LimitUnit unit) {
        return switch (unit) {
            case WORKING_DAY -> isWorkingDay(dateOf(start)) ? start : nextOpening(start);
            case WORKING_HOUR -> nextOpening(start);
            case CALENDAR_DAY, MINUTE -> start;
        };
    }

    /**
     * What is left of a limit when it is stopped now, zero when it has run out: in working days the wall time that
     * falls on working days, in working hours the office time, else the wall time until the due time. A clock that is
     * stopped before it began to run has all of its limit left: pass its effective start instead of now.
     */
    public Duration left(Instant now, Instant due, LimitUnit unit) {
        if (!due.isAfter(now)) {
            return Duration.ZERO;
        }
        return switch (unit) {
            case CALENDAR_DAY, MINUTE -> Duration.between(now, due);
            case WORKING_DAY, WORKING_HOUR -> counted(now, due, unit);
        };
    }

    /**
     * The inverse of {@link #left}: when a limit that goes on from then with what was left runs out. It is never given
     * more: on a day off nothing is counted, and the next working day counts from midnight, not from the opening.
     *
     * @throws IllegalArgumentException if what is left is negative
     */
    public Deadline resume(Instant from, Duration left, LimitUnit unit) {
        if (left.isNegative()) {
            throw new IllegalArgumentException("nothing can be left but zero or more: " + left);
        }
        if (left.isZero()) {
            return new Deadline(from, from, List.of());
        }
        var due = after(from, left, unit);
        return new Deadline(firstCounted(from, unit), due, skipped(from, due, unit));
    }

    /**
     * When that share of a limit is used up, in the limit's own measure and never after it is due. A start on a day off
     * counts from its effective start, as in {@link #deadline}.
     *
     * @param share 0 (the start) to 1 (the due time)
     * @throws IllegalArgumentException if the share is outside of these
     */
    public Instant partWay(Instant start, Instant due, double share, LimitUnit unit) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1: " + share);
        }
        var effectiveStart = effectiveStart(start, unit);
        var begin = effectiveStart.isBefore(due) ? effectiveStart : start;
        if (share == 1 || !begin.isBefore(due)) {
            return due;
        }
        var whole = left(begin, due, unit);
        var used = Duration.of((long) (whole.toNanos() / 1_000 * share), ChronoUnit.MICROS);
        return used.isZero() ? begin : after(begin, used, unit);
    }

    public boolean isWorkingDay(LocalDate date) {
        return !isWeekend(date) && !daysOff.containsKey(date);
    }

    /** Whether the office works at that moment: not before opening, in the break, from closing on, or on a day off. */
    public boolean isOfficeHours(Instant moment) {
        return nextOpening(moment).equals(moment);
    }

    /** The moment itself inside office hours, else when the office opens next: in the morning, or after the break. */
    public Instant nextOpening(Instant moment) {
        return firstCounted(moment, LimitUnit.WORKING_HOUR);
    }

    private static DayOff theNationalOne(DayOff one, DayOff other) {
        return one.kind() == DayOff.Kind.CUTI_BERSAMA && other.kind() == DayOff.Kind.LIBUR_NASIONAL ? other : one;
    }

    private static Duration length(Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY, CALENDAR_DAY -> Duration.ofDays(limit.amount());
            case WORKING_HOUR -> Duration.ofHours(limit.amount());
            case MINUTE -> Duration.ofMinutes(limit.amount());
        };
    }

    private Instant after(Instant from, Duration length, LimitUnit unit) {
        return switch (unit) {
            case CALENDAR_DAY, MINUTE -> from.plus(length);
            case WORKING_DAY, WORKING_HOUR -> afterCounted(from, length, unit);
        };
    }

    private Instant afterCounted(Instant from, Duration length, LimitUnit unit) {
        var remaining = length;
        for (var date = dateOf(from); ; date = date.plusDays(1)) {
            for (var span : counting(date, unit)) {
                var begin = later(from, span.from());
                if (!begin.isBefore(span.to())) {
                    continue;
                }
                var end = begin.plus(remaining);
                if (end.isBefore(span.to()) || end.equals(span.to()) && endBelongsTo(unit)) {
                    return end;
                }
                remaining = remaining.minus(Duration.between(begin, span.to()));
            }
        }
    }

    /** 16:00 is still the working hour that ends then; midnight is already the next day, which may be one off. */
    private static boolean endBelongsTo(LimitUnit unit) {
        return unit == LimitUnit.WORKING_HOUR;
    }

    private Duration counted(Instant from, Instant to, LimitUnit unit) {
        var sum = Duration.ZERO;
        var last = dateOf(to);
        for (var date = dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (var span : counting(date, unit)) {
                var begin = later(from, span.from());
                var end = to.isBefore(span.to()) ? to : span.to();
                if (begin.isBefore(end)) {
                    sum = sum.plus(Duration.between(begin, end));
                }
            }
        }
        return sum;
    }

    private Instant firstCounted(Instant from, LimitUnit unit) {
        if (unit == LimitUnit.CALENDAR_DAY || unit == LimitUnit.MINUTE) {
            return from;
        }
        for (var date = dateOf(from); ; date = date.plusDays(1)) {
            for (var span : counting(date, unit)) {
                if (from.isBefore(span.to())) {
                    return later(from, span.from());
                }
            }
        }
    }

    /** What of that day counts in working days or working hours, in order. */
    private List<Span> counting(LocalDate date, LimitUnit unit) {
        if (!isWorkingDay(date)) {
            return List.of();
        }
        if (unit == LimitUnit.WORKING_DAY) {
            return List.of(new Span(
                    date.atStartOfDay(WIB).toInstant(),
                    date.plusDays(1).atStartOfDay(WIB).toInstant()));
        }
        return officeHours(date).on(date.getDayOfWeek()).stream()
                .map(stretch -> new Span(
                        date.atTime(stretch.from()).atZone(WIB).toInstant(),
                        date.atTime(stretch.to()).atZone(WIB).toInstant()))
                .toList();
    }

    private OfficeHours officeHours(LocalDate date) {
        return ramadans.stream().anyMatch(ramadan -> ramadan.contains(date)) ? OfficeHours.RAMADAN : OfficeHours.USUAL;
    }

    private List<SkippedDay> skipped(Instant start, Instant due, LimitUnit unit) {
        if (unit == LimitUnit.CALENDAR_DAY || unit == LimitUnit.MINUTE) {
            return List.of();
        }
        var skipped = new ArrayList<SkippedDay>();
        for (var date = dateOf(start); date.isBefore(dateOf(due)); date = date.plusDays(1)) {
            if (!isWorkingDay(date)) {
                skipped.add(whyOff(date));
            }
        }
        return skipped;
    }

    private SkippedDay whyOff(LocalDate date) {
        var day = daysOff.get(date);
        if (day == null) {
            var name = date.getDayOfWeek() == DayOfWeek.SATURDAY ? "Sabtu" : "Minggu";
            return new SkippedDay(date, SkippedDay.Reason.WEEKEND, name);
        }
        var reason = switch (day.kind()) {
            case LIBUR_NASIONAL -> SkippedDay.Reason.LIBUR_NASIONAL;
            case CUTI_BERSAMA -> SkippedDay.Reason.CUTI_BERSAMA;
        };
        return new SkippedDay(date, reason, day.name());
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, WIB);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** {@code to} not included. */
    private record Span(Instant from, Instant to) {}
}
