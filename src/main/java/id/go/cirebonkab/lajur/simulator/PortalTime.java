package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.shared.DomainClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times as the portal writes them, {@code d-m-Y H:i:s} in WIB, and as people read them. */
final class PortalTime {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss");
    private static final DateTimeFormatter WRITTEN_DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private PortalTime() {}

    static String written(Instant time) {
        return WRITTEN.format(time.atZone(DomainClock.WIB));
    }

    static String written(LocalDate day) {
        return WRITTEN_DAY.format(day);
    }

    static String spoken(Instant time, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH.mm.ss 'WIB'", locale)
                .format(time.atZone(DomainClock.WIB));
    }

    /** Reads the portal's way, or ISO 8601 with an offset. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), WRITTEN)
                    .atZone(DomainClock.WIB)
                    .toInstant());
        } catch (DateTimeParseException notThePortalsWay) {
            try {
                return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
            } catch (DateTimeParseException neither) {
                return Optional.empty();
            }
        }
    }

    /** Reads a day as browsers send it, or the portal's way. */
    static Optional<LocalDate> readDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException notIso) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), WRITTEN_DAY));
            } catch (DateTimeParseException neither) {
                return Optional.empty();
            }
        }
    }
}
