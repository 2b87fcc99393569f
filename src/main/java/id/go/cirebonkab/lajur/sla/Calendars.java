package id.go.cirebonkab.lajur.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working calendar as the database has it, read again after a minute. */
@Component
class Calendars {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock systemClock;
    private volatile @Nullable Known known;

    Calendars(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
    }

    private record Known(WorkingCalendar calendar, Instant readAt) {}

    WorkingCalendar current() {
        var now = systemClock.instant();
        var last = known;
        if (last == null || last.readAt().plus(FRESH).isBefore(now)) {
            last = new Known(read(), now);
            known = last;
        }
        return last.calendar();
    }

    private WorkingCalendar read() {
        return new WorkingCalendar(
                jdbc.sql("select date, kind, name from day_off")
                        .query(DayOff.class)
                        .list(),
                jdbc.sql("select first, last from ramadan").query(Ramadan.class).list());
    }
}
