package id.go.cirebonkab.lajur.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One field that gets another value; its word is under {@code agency.field.<field>}. */
record Change(String field, @Nullable String from, @Nullable String to) {

    /** The fields in which the later differs, in its order. */
    static List<Change> between(Map<String, @Nullable String> earlier, Map<String, @Nullable String> later) {
        var changes = new ArrayList<Change>();
        later.forEach((field, value) -> {
            var before = earlier.get(field);
            if (!Objects.equals(before, value)) {
                changes.add(new Change(field, before, value));
            }
        });
        return changes;
    }

    @Override
    public String toString() {
        return field + ": " + (from == null ? "–" : from) + " → " + (to == null ? "–" : to);
    }
}
