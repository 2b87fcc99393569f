package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.complaint.State;
import id.go.cirebonkab.lajur.sla.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard shows.
 *
 * @param isEverything whether it is the whole regency's and not one officer's
 * @param late past a limit of the regency's own SOP
 * @param near nearly so
 * @param lateNationally past a limit of the nation's
 */
public record Dashboard(
        boolean isEverything,
        Running late,
        Running near,
        Running lateNationally,
        List<StateCount> states,
        List<StepShare> shares,
        List<Waiting> oldest) {

    /** The deadline that passed first among all that are late; {@code null} when nothing is. */
    public @Nullable Instant oldestLate() {
        return late.owners().stream()
                .map(OwnerRunning::oldestDue)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Running clocks that are late, or nearly so.
     *
     * @param complaints each counted once, however many of its clocks are
     */
    public record Running(long complaints, List<OwnerRunning> owners) {

        private static final int FIRST = 10;

        /** Those with the most, or everybody. */
        public List<OwnerRunning> owners(boolean all) {
            return all || owners.size() <= FIRST ? owners : owners.subList(0, FIRST);
        }
    }

    /**
     * Those of one owner.
     *
     * @param owner an agency's code, {@code DESK} or {@code PORTAL}
     * @param agencyName {@code null} for the two that are no agency
     */
    public record OwnerRunning(
            String owner, @Nullable String agencyName, long complaints, Instant oldestDue, List<StepRunning> steps) {

        public boolean isAgency() {
            return Owner.isAgency(owner);
        }
    }

    /** @param state where a complaint stands while this step runs; {@code null} for a step that spans several */
    public record StepRunning(Step step, @Nullable State state, long complaints) {}

    public record StateCount(State state, long complaints) {}

    /** @param year this month and the eleven before it */
    public record StepShare(Step step, Share month, Share year) {}

    /** A complaint that has stood in its state for long; nothing of its content. */
    public record Waiting(
            long trackingId,
            State state,
            @Nullable String leadAgency,
            @Nullable String agencyName,
            Instant stateSince) {}
}
