package id.go.cirebonkab.lajur.support;

import id.go.cirebonkab.lajur.shared.DomainClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The domain clock of a {@link RoomTest}: it stands until it is set. */
public final class StandingDomainClock implements DomainClock {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]");

    private volatile Instant now = wib("2026-11-23 09:00");

    /** {@code 2026-11-23 09:00}, with seconds if need be, in WIB. */
    public static Instant wib(String written) {
        return LocalDateTime.parse(written, WRITTEN).atZone(WIB).toInstant();
    }

    public void set(String written) {
        now = wib(written);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Duration ahead() {
        return Duration.ZERO;
    }
}
