package id.go.cirebonkab.lajur.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a room knows of a complaint beside the log, for who is asked to account for one (UU PDP 27/2022, article 32). Ids and
 * words of the house only, never content.
 */
public interface ComplaintRecords {

    /** What was done to it, newest first. */
    default List<Change> changes(long trackingId) {
        return List.of();
    }

    /** Under what else the log speaks of it. */
    default List<Part> parts(long trackingId) {
        return List.of();
    }

    /**
     * @param accountId {@code null} when the system itself did it; {@code who} is the name of the part that did
     * @param whatKey words of {@code messages}
     * @param whyKey likewise
     */
    record Change(
            Instant at,
            @Nullable Long accountId,
            String who,
            String whatKey,
            @Nullable String whyKey) {}

    /** @see Entry */
    record Part(String kind, String subject) {}
}
