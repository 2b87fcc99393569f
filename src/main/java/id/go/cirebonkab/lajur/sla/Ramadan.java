package id.go.cirebonkab.lajur.sla;

import java.time.LocalDate;

/**
 * One fasting month, in which the office opens later and closes earlier ({@link OfficeHours#RAMADAN}).
 *
 * @param first its first day in WIB
 * @param last its last day in WIB, included; before the first is an {@link IllegalArgumentException}
 */
public record Ramadan(LocalDate first, LocalDate last) {

    public Ramadan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Ramadan ends before it starts: " + first + " to " + last);
        }
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
