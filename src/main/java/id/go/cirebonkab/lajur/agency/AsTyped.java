package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of a page show: what was typed, else what is recorded; and what is wrong with it. No two forms of a page
 * have a field of the same name.
 */
public record AsTyped(Map<String, @Nullable String> recorded, Draft draft, List<InvalidInput> problems) {

    static AsTyped nothing() {
        return new AsTyped(Map.of(), Draft.none(), List.of());
    }

    AsTyped over(Map<String, @Nullable String> fields) {
        return new AsTyped(new HashMap<>(fields), draft, problems);
    }

    static AsTyped of(Draft draft) {
        return new AsTyped(Map.of(), draft, List.of());
    }

    static AsTyped of(Draft draft, List<InvalidInput> problems) {
        return new AsTyped(Map.of(), draft, problems);
    }

    public @Nullable String value(String field) {
        return draft.values().containsKey(field) ? draft.value(field) : recorded.get(field);
    }

    /** Whether a box is ticked: one that is not carries nothing, so an answered form is asked by a field that it has. */
    public boolean isTicked(String field) {
        return "ya".equals(draft.isEmpty() ? recorded.get(field) : draft.value(field));
    }

    public boolean isTyped() {
        return !draft.isEmpty();
    }

    /** What is wrong with a field; {@code null} when nothing is. */
    public @Nullable InvalidInput fault(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    /** Whether something of these fields was typed or is wrong, so that their folded form is shown open. */
    public boolean concerns(String... fields) {
        for (var field : fields) {
            if (draft.values().containsKey(field) || fault(field) != null) {
                return true;
            }
        }
        return false;
    }
}
