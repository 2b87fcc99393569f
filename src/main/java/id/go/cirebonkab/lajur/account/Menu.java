package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** The menu: of the pages that there are, those that the person may open. */
final class Menu {

    /**
     * @param key its words are under {@code menu.<key>}
     * @param isCurrent the page shown is this one, or below it
     */
    record Entry(String path, String key, boolean isCurrent) {

        private Entry(String path, String key) {
            this(path, key, false);
        }

        private boolean leadsTo(String shown) {
            return shown.equals(path) || shown.startsWith(path + "/");
        }

        private Entry current() {
            return new Entry(path, key, true);
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/dasbor", "dashboard"),
            new Entry("/pengaduan", "queue"),
            new Entry("/pengaduan/baru", "new"),
            new Entry("/karantina", "quarantine"),
            new Entry("/pengiriman", "deliveries"),
            new Entry("/pemberitahuan", "notices"),
            new Entry("/perangkat-daerah", "agencies"),
            new Entry("/petugas", "officers"),
            new Entry("/akun", "accounts"),
            new Entry("/hak", "rights"),
            new Entry("/log", "log"));

    private Menu() {}

    /** @param shown the path of the page that is shown */
    static List<Entry> of(@Nullable Actor actor, String shown) {
        if (actor == null) {
            return List.of();
        }
        var current = ENTRIES.stream()
                .filter(entry -> entry.leadsTo(shown))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
        return ENTRIES.stream()
                .filter(entry -> mayOpen(actor, entry))
                .map(entry -> current.filter(entry::equals).isPresent() ? entry.current() : entry)
                .toList();
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
