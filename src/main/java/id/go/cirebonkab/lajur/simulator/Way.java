package id.go.cirebonkab.lajur.simulator;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the portal tells of a report. The names are those of the choice on its page. */
enum Way {
    /** By mail to the kabupaten's mailbox. */
    SUREL,
    /** By a gateway's signed post. */
    WEBHOOK,
    /** Not at all: it stands in the portal's list, for who looks there. */
    DAFTAR;

    static Optional<Way> read(@Nullable String name) {
        for (var way : values()) {
            if (name != null && way.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }
}
