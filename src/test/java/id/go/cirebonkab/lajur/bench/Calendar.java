package id.go.cirebonkab.lajur.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Limits as the seed needs them: weekends are off, named days are not. */
final class Calendar {

    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime LAST_HOUR = LocalTime.of(15, 0);

    /** @param skipped one line a day off, as a clock keeps them */
    record Deadline(Instant due, String skipped) {}

    private Calendar() {}

    static Deadline afterWorkingDays(Instant from, int days) {
        var day = from.atZone(WIB);
        List<String> skipped = new ArrayList<>();
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWeekend(day)) {
                var name = day.getDayOfWeek() == DayOfWeek.SATURDAY ? "Sabtu" : "Minggu";
                skipped.add(day.toLocalDate() + " WEEKEND " + name);
            } else {
                left--;
            }
        }
        return new Deadline(day.toInstant(), String.join("\n", skipped));
    }

    static Deadline afterWorkingHour(Instant from) {
        var at = from.atZone(WIB);
        if (at.toLocalTime().isBefore(OPENS)) {
            at = at.with(OPENS);
        } else if (at.toLocalTime().isAfter(LAST_HOUR)) {
            at = at.plusDays(1).with(OPENS);
        }
        while (isWeekend(at)) {
            at = at.plusDays(1).with(OPENS);
        }
        return new Deadline(at.plusHours(1).toInstant(), "");
    }

    static Deadline afterMinute(Instant from) {
        return new Deadline(from.plus(Duration.ofMinutes(1)), "");
    }

    private static boolean isWeekend(ZonedDateTime day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
