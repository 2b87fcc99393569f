package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.shared.DomainClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The domain clock that can be moved forward, and stays where it was moved to when the application starts again. */
@Component
@Profile("coba")
class MovableDomainClock implements DomainClock {

    private final Clock clock;
    private final JdbcClient jdbc;
    private volatile @Nullable Duration ahead;

    /** @param schema must be there before the clock is read */
    MovableDomainClock(Clock systemClock, JdbcClient jdbc, SimulatorSchema schema) {
        this.clock = systemClock;
        this.jdbc = jdbc;
    }

    @Override
    public Instant now() {
        return clock.instant().plus(ahead()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Duration ahead() {
        var known = ahead;
        return known == null ? firstRead() : known;
    }

    /** @param by not negative: the clock goes forward only */
    synchronized void forward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock goes forward only: " + by);
        }
        ahead = jdbc.sql(
                        "update simulasi.portal set ahead_millis = ahead_millis + :by where id = 1 returning ahead_millis")
                .param("by", by.toMillis())
                .query((row, position) -> Duration.ofMillis(row.getLong(1)))
                .single();
    }

    private synchronized Duration firstRead() {
        var known = ahead;
        if (known == null) {
            known = jdbc.sql("select ahead_millis from simulasi.portal where id = 1")
                    .query((row, position) -> Duration.ofMillis(row.getLong(1)))
                    .single();
            ahead = known;
        }
        return known;
    }
}
