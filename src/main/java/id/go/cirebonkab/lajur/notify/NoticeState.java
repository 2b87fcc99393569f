package id.go.cirebonkab.lajur.notify;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a notice is; each has its words under {@code notice.*}. */
public enum NoticeState {
    WAITING,
    SENDING,
    SENT,
    /** The mail server refused the address for good. */
    FAILED,
    /** Nobody of the agency can be written to: it must be told by phone or letter. */
    NO_ADDRESS,
    /** It was not sent in time, and now the case no longer waits for that person. */
    OBSOLETE;

    static Optional<NoticeState> read(@Nullable String name) {
        for (var state : values()) {
            if (name != null && state.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
