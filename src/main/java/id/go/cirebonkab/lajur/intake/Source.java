package id.go.cirebonkab.lajur.intake;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way by which messages come only when they are asked for, and how that goes on this node. */
public interface Source {

    /** Which one, for its words under {@code intake.source.*}. */
    enum Kind {
        MAILBOX,
        POLL
    }

    /**
     * How it goes.
     *
     * @param since system time of the last change; absent until it was asked for the first time
     * @param failure the key of the words that say why it fails; absent while it goes well
     * @param missed messages that are there but could not be fetched yet
     */
    record Standing(
            Kind kind, @Nullable Instant since, @Nullable String failure, int missed) {

        public String messageKey() {
            if (since == null) {
                return "intake.source.untried";
            }
            return failure == null ? "intake.source.reached" : "intake.source.failing";
        }
    }

    /** Empty where this way is not set up. */
    Optional<Standing> standing();
}
