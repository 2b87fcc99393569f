package id.go.cirebonkab.lajur.agency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What nearly every page needs and what hardly ever changes: read once in some seconds, and anew at once after a change on
 * this node.
 */
final class Held<T> {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<T> read;
    private final Clock systemClock;
    private volatile @Nullable Reading<T> last;
    private volatile long forgotten;

    Held(Supplier<T> read, Clock systemClock) {
        this.read = read;
        this.systemClock = systemClock;
    }

    private record Reading<T>(T value, Instant at) {

        boolean isFreshAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }

    T get() {
        var now = systemClock.instant();
        var held = last;
        if (held != null && held.isFreshAt(now)) {
            return held.value();
        }
        var before = forgotten;
        var value = read.get();
        keep(new Reading<>(value, now), before);
        return value;
    }

    /** What was read before a change, and arrives after it, is not held. */
    private synchronized void keep(Reading<T> reading, long before) {
        if (forgotten == before) {
            last = reading;
        }
    }

    synchronized void forget() {
        forgotten++;
        last = null;
    }
}
