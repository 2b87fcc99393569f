package id.go.cirebonkab.lajur.bench;

import java.util.Arrays;

/**
 * What one measurement gave.
 *
 * @param count answers that were right
 * @param perSecond of these
 * @param p50 in milliseconds, as {@code p95} and {@code p99}
 */
record Latencies(int users, long count, double perSecond, double p50, double p95, double p99) {

    /** @param nanos one number for each answer, in any order */
    static Latencies of(int users, long[] nanos, long tookNanos) {
        if (nanos.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        Arrays.sort(nanos);
        return new Latencies(
                users,
                nanos.length,
                nanos.length * 1e9 / tookNanos,
                percentile(nanos, 50),
                percentile(nanos, 95),
                percentile(nanos, 99));
    }

    private static double percentile(long[] sorted, int percent) {
        var rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
