package id.go.cirebonkab.lajur.bench;

import java.time.Duration;
import java.util.List;

/** How long the second and later starts took, until the application said that it is healthy. */
record Starts(String java, List<Duration> times, double aimSeconds) {

    double medianSeconds() {
        var sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2).toMillis() / 1_000.0;
    }

    @Override
    public String toString() {
        var all = times.stream()
                .map(time -> "%.1f".formatted(time.toMillis() / 1_000.0))
                .toList();
        return "Start to healthy, %s: %.1f s (of %s); aim < %.0f s: %s"
                .formatted(
                        java,
                        medianSeconds(),
                        String.join(", ", all),
                        aimSeconds,
                        medianSeconds() < aimSeconds ? "met" : "MISSED");
    }
}
