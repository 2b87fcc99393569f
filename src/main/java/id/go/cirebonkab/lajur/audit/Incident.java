package id.go.cirebonkab.lajur.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may have been read by whom it was not meant for. All times are system times.
 *
 * @param accounts ids; of none in particular when empty
 * @param address from where; from anywhere when {@code null}
 * @param from inclusive
 * @param to exclusive
 * @param discovered when it became known
 */
record Incident(List<Long> accounts, @Nullable String address, Instant from, Instant to, Instant discovered) {

    /** What gives something away. */
    private static final Set<Deed> READS = EnumSet.of(
            Deed.READ_CASE, Deed.READ_FILE, Deed.READ_IDENTITY, Deed.READ_UNMASKED, Deed.READ_SOURCE, Deed.EXPORTED);

    /** UU PDP 27/2022, article 46: who is concerned, and the institution, are told within 3 × 24 hours. */
    private static final Duration LIMIT = Duration.ofHours(3 * 24);

    public Instant deadline() {
        return discovered.plus(LIMIT);
    }

    LogSearch search() {
        return new LogSearch(accounts, READS, null, null, address, from, to);
    }
}
