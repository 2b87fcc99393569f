package id.go.cirebonkab.lajur.sla;

import java.time.LocalDate;

/**
 * A day off that a deadline passed over.
 *
 * @param date in WIB
 * @param reason a named day off on a Saturday or Sunday is told by its own reason, not as a weekend
 * @param name the day off's name, or {@code Sabtu} or {@code Minggu}
 */
public record SkippedDay(LocalDate date, Reason reason, String name) {

    public enum Reason {
        WEEKEND,
        LIBUR_NASIONAL,
        CUTI_BERSAMA
    }
}
