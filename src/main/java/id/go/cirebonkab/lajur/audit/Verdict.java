package id.go.cirebonkab.lajur.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the log has found.
 *
 * @param seals how many there are
 * @param entries how many of them hold
 * @param findings the first of them, in the order of the chain; none when the log is whole
 * @param count how many there are in all
 * @param newest the last seal; {@code null} when there is none
 */
record Verdict(
        long seals,
        long entries,
        List<Finding> findings,
        long count,
        @Nullable Seal newest) {

    /** What may be wrong. */
    enum Fault {
        /** Seals are missing before this one. */
        SEAL_REMOVED,
        /** The seal does not hold what it held when it was made. */
        SEAL_CHANGED,
        /** The seal does not continue the one before. */
        SEAL_DETACHED,
        ENTRY_CHANGED,
        ENTRY_REMOVED,
        /** Its time is well before that of what had been sealed already. */
        ENTRY_BACKDATED,
        /** It is in no seal, and too old to be still waiting for one. */
        ENTRY_UNSEALED,
        /** The hash that somebody noted is that of no seal. */
        NOTED_UNKNOWN
    }

    /**
     * @param seal the number of the seal; {@code null} where there is none
     * @param entry the id of the entry; {@code null} when it is the seal
     */
    record Finding(
            Fault fault, @Nullable Long seal, @Nullable Long entry) {

        /** As words, for its sentence: a number would be written with dots. */
        public Object[] arguments() {
            return new Object[] {String.valueOf(seal), String.valueOf(entry)};
        }
    }

    public boolean isWhole() {
        return count == 0;
    }

    /** The first seal at which something is wrong; {@code null} when that is nowhere in the chain. */
    public @Nullable Long firstBadSeal() {
        return findings.stream()
                .map(Finding::seal)
                .filter(seal -> seal != null)
                .findFirst()
                .orElse(null);
    }
}
