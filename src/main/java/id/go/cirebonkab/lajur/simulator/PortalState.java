package id.go.cirebonkab.lajur.simulator;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the imitated portal feels today. The names are those of the switch on its page. */
enum PortalState {
    /** Takes and answers. */
    NORMAL,
    /** Takes nothing, answers 503 to everything. */
    MATI,
    /** Takes what is posted and answers half a minute later. */
    LAMBAT,
    /** Takes what is posted and answers 500, as if it had not. */
    GALAT;

    static Optional<PortalState> read(@Nullable String name) {
        for (var state : values()) {
            if (name != null && state.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
