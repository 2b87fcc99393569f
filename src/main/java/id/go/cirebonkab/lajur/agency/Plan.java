package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a file would change, row by row. */
record Plan(List<Step> steps) {

    enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        WRONG
    }

    /**
     * One row.
     *
     * @param apply does it; {@code null} where there is nothing to do
     */
    record Step(
            long line,
            String name,
            Outcome outcome,
            List<Change> changes,
            List<InvalidInput> problems,
            @Nullable Consumer<Actor> apply) {

        static Step wrong(long line, @Nullable String name, List<InvalidInput> problems) {
            return new Step(line, name == null ? "" : name, Outcome.WRONG, List.of(), problems, null);
        }

        static Step unchanged(long line, String name) {
            return new Step(line, name, Outcome.UNCHANGED, List.of(), List.of(), null);
        }
    }

    public long count(String outcome) {
        return steps.stream()
                .filter(step -> step.outcome() == Outcome.valueOf(outcome))
                .count();
    }

    /** Those that a person has to look at. */
    public List<Step> worthShowing() {
        return steps.stream()
                .filter(step -> step.outcome() != Outcome.UNCHANGED)
                .toList();
    }

    public boolean isRight() {
        return count("WRONG") == 0;
    }

    public boolean changesSomething() {
        return count("NEW") + count("CHANGED") > 0;
    }
}
