package id.go.cirebonkab.lajur.lapor;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a way in goes, and since when. Logged when it changes and not before: every few seconds nobody would read it. */
class Health {

    private static final Logger log = LoggerFactory.getLogger(Health.class);

    private final Clock clock;
    private volatile @Nullable State state;

    Health(Clock systemClock) {
        this.clock = systemClock;
    }

    /** @param failure the key of its words, or nothing while it goes well */
    record State(Instant since, @Nullable String failure) {}

    @Nullable
    State state() {
        return state;
    }

    void reached(String what) {
        if (changes(null)) {
            log.info("{} is reached.", what);
        }
    }

    /** @param detail nothing that a server said: it may have said the password */
    void failed(String what, String failure, String detail) {
        if (changes(failure)) {
            log.warn("{} can't be read: {} ({}). It is tried again and again.", what, failure, detail);
        }
    }

    private boolean changes(@Nullable String failure) {
        var before = state;
        if (before != null && java.util.Objects.equals(before.failure(), failure)) {
            return false;
        }
        state = new State(clock.instant(), failure);
        return true;
    }
}
