package id.go.cirebonkab.lajur.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are mailed.
 *
 * @param from the sender's address; {@code lajur@} the host of the public URL when absent
 * @param firstPause the first pause after a failure; it doubles up to {@code longestPause}
 * @param lease how long a worker that has gone silent is believed alive; longer than a mail server may be silent
 */
@ConfigurationProperties("lajur.notify")
record NotifySettings(
        @Nullable String from,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("3m") Duration lease) {

    /** The pause after that many failures in a row. */
    Duration pause(int failures) {
        var doubled = firstPause.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 16));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
