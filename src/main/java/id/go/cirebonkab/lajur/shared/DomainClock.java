package id.go.cirebonkab.lajur.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time by which complaints, deadlines and letters are judged. It is the real time, except in the profile
 * {@code coba}, where it can be moved forward so that a deadline is seen passing. Sessions, signatures, back-off and
 * everything technical use {@link java.time.Clock} instead.
 */
public interface DomainClock {

    /** Western Indonesian Time, UTC+7 without daylight saving: the zone in which every time is shown. */
    ZoneId WIB = ZoneId.of("Asia/Jakarta");

    /** The domain's now, cut to microseconds, the precision of PostgreSQL. */
    Instant now();

    /** How far the domain runs ahead of the system clock; zero outside {@code coba}. */
    Duration ahead();

    default LocalDate today() {
        return LocalDate.ofInstant(now(), WIB);
    }
}
