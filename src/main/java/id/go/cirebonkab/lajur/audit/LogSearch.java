package id.go.cirebonkab.lajur.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; {@code null} and empty leave out nothing.
 *
 * @param accounts ids of accounts
 * @param from system time, inclusive
 * @param to system time, exclusive
 */
record LogSearch(
        List<Long> accounts,
        Set<Deed> deeds,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String address,
        @Nullable Instant from,
        @Nullable Instant to) {

    static LogSearch of(String kind, String subject) {
        return new LogSearch(List.of(), Set.of(), kind, subject, null, null, null);
    }

    /** For the log itself: what was looked for, in a line. */
    String summary() {
        var parts = new ArrayList<String>();
        if (!accounts.isEmpty()) {
            parts.add("akun " + accounts.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        Stream.of(
                        part(
                                "perbuatan",
                                deeds.isEmpty()
                                        ? null
                                        : deeds.stream()
                                                .map(Deed::name)
                                                .sorted()
                                                .collect(Collectors.joining(", "))),
                        part("jenis", kind),
                        part("nomor", subject),
                        part("alamat", address),
                        part("dari", from),
                        part("sampai", to))
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        return parts.isEmpty() ? "seluruh log" : "log: " + String.join("; ", parts);
    }

    private static String part(String name, @Nullable Object value) {
        return value == null ? "" : name + " " + value;
    }
}
