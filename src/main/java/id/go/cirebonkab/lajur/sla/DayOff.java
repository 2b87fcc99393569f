package id.go.cirebonkab.lajur.sla;

import java.time.LocalDate;

/**
 * A day of the yearly joint decree (SKB 3 Menteri) on which nobody works. Both kinds stop a working-day clock.
 *
 * @param date in WIB
 * @param name as the decree has it; blank is an {@link IllegalArgumentException}
 */
public record DayOff(LocalDate date, Kind kind, String name) {

    public enum Kind {
        LIBUR_NASIONAL,
        CUTI_BERSAMA
    }

    public DayOff {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a day off has a name: " + date);
        }
    }
}
