package id.go.cirebonkab.lajur.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The domain clock of a real desk: the system's time, unmoved. */
class SystemDomainClock implements DomainClock {

    private final Clock clock;

    SystemDomainClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Duration ahead() {
        return Duration.ZERO;
    }
}
