package id.go.cirebonkab.lajur.lapor;

import java.util.function.LongSupplier;

/** Lets so many through a second, and as many at once after a quiet second. */
class TokenBucket {

    private static final double SECOND = 1_000_000_000;

    private final int perSecond;
    private final LongSupplier nanos;
    private double tokens;
    private long filledAt;

    TokenBucket(int perSecond) {
        this(perSecond, System::nanoTime);
    }

    TokenBucket(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.tokens = perSecond;
        this.filledAt = nanos.getAsLong();
    }

    synchronized boolean take() {
        var now = nanos.getAsLong();
        tokens = Math.min(perSecond, tokens + (now - filledAt) / SECOND * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
