package id.go.cirebonkab.lajur.sla;

import java.time.Instant;
import java.util.List;

/**
 * When a limit runs out, and why then.
 *
 * @param effectiveStart when the limit began to run: the start itself, or the next opening where that was a day off
 * @param due when it runs out
 * @param skipped the days off from the start to the due time, oldest first; empty where days off count as well
 */
public record Deadline(Instant effectiveStart, Instant due, List<SkippedDay> skipped) {

    public Deadline {
        skipped = List.copyOf(skipped);
    }
}
