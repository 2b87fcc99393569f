package id.go.cirebonkab.lajur.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are carried.
 *
 * @param workers how many are carried side by side
 * @param firstPause the first pause after a failure; it doubles up to {@code longestPause}
 * @param quiet how long after an uncertain post nothing is posted again, even if it is not found: longer than the portal
 *     may need to finish what it had begun
 * @param lease how long a worker that has gone silent is believed alive; longer than {@code quiet} and any time-out
 */
@ConfigurationProperties("lajur.relay")
record RelaySettings(
        @DefaultValue("4") int workers,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("20s") Duration longestPause,
        @DefaultValue("45s") Duration quiet,
        @DefaultValue("60s") Duration lease) {

    /** The pause before attempt number {@code failures + 1}. */
    Duration pause(int failures) {
        var doubled = firstPause.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 16));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
