package id.go.cirebonkab.lajur.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A histogram of hours of wall time: from it a median is read without a scan of the history. A bucket holds what took
 * at most so many hours and more than the bucket before it.
 */
final class Hours {

    /** Of the bucket for everything longer than the last limit. */
    static final int BEYOND = 9_999;

    private static final List<Integer> LIMITS =
            List.of(1, 2, 4, 8, 12, 24, 48, 72, 96, 120, 168, 240, 336, 480, 720, 1_440);

    private Hours() {}

    /** The limit of the bucket into which that time falls, in hours, or {@link #BEYOND}. */
    static int bucketOf(Duration time) {
        return LIMITS.stream()
                .filter(limit -> time.compareTo(Duration.ofHours(limit)) <= 0)
                .findFirst()
                .orElse(BEYOND);
    }

    /** The bucket by which at least half of all are done; empty when there is none at all. */
    static Optional<Integer> median(Map<Integer, Long> amounts) {
        var all = amounts.values().stream().mapToLong(Long::longValue).sum();
        var sofar = 0L;
        for (var bucket : amounts.keySet().stream().sorted().toList()) {
            sofar += amounts.get(bucket);
            if (all > 0 && sofar * 2 >= all) {
                return Optional.of(bucket);
            }
        }
        return Optional.empty();
    }
}
