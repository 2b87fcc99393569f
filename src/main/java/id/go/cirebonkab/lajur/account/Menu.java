package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** The menu: of the pages that there are, those that the person may open. */
final class Menu {

    /** @param key its words are under {@code menu.<key>} */
    record Entry(String path, String key) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/dasbor", "dashboard"),
            new Entry("/pengaduan", "queue"),
            new Entry("/pengaduan/baru", "new"),
            new Entry("/karantina", "quarantine"),
            new Entry("/pengiriman", "deliveries"),
            new Entry("/perangkat-daerah", "agencies"),
            new Entry("/petugas", "officers"),
            new Entry("/akun", "accounts"));

    private Menu() {}

    static List<Entry> of(@Nullable Actor actor) {
        if (actor == null) {
            return List.of();
        }
        return ENTRIES.stream().filter(entry -> mayOpen(actor, entry)).toList();
    }

    private static boolean mayOpen(Actor actor, Entry entry) {
        return rules(entry)
                .anyMatch(rule -> actor.role() != null && rule.roles().contains(actor.role()));
    }

    private static Stream<PathRights.Rule> rules(Entry entry) {
        return PathRights.TABLE.stream()
                .filter(rule ->
                        rule.method() == HttpMethod.GET && rule.pattern().equals(entry.path()));
    }
}
