package id.go.cirebonkab.lajur.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are carried.
 *
 * @param workers how many are carried side by side
 * @param firstPause the first pause after a failure; it doubles up to {@code longestPause}
 * @param quiet how long nothing is posted again after an uncertain post has used up all its time, even if it is not
 *     found: the portal may still be finishing what it had begun
 * @param lease how long a worker that has gone silent is believed alive; for a post at least as long as it may last
 */
@ConfigurationProperties("lajur.relay")
record RelaySettings(
        @DefaultValue("4") int workers,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("20s") Duration longestPause,
        @DefaultValue("30s") Duration quiet,
        @DefaultValue("60s") Duration lease) {

    private static final Duration MARGIN = Duration.ofSeconds(15);

    /** How long a delivery is held while a hand-over is under way that may last so long. */
    Duration hold(Duration patience) {
        var needed = patience.plus(MARGIN);
        return needed.compareTo(lease) > 0 ? needed : lease;
    }

    /** The pause before attempt number {@code failures + 1}. */
    Duration pause(int failures) {
        var doubled = firstPause.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 16));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
