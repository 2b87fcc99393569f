package id.go.cirebonkab.lajur.complaint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What may be said of a complaint where nobody knows who reads along, as in a mail. */
@Repository
public class Headlines {

    private static final int SHORTEST_NAME = 3;

    private final JdbcClient jdbc;
    private final Reporters reporters;

    Headlines(JdbcClient jdbc, Reporters reporters) {
        this.jdbc = jdbc;
        this.reporters = reporters;
    }

    /**
     * Both masked, and absent where they hold a part of the reporter's name.
     *
     * @param title absent too where the complaint is rahasia or berkadar pengawasan
     */
    public record Headline(
            @Nullable String category, @Nullable String title) {}

    private record Row(
            @Nullable String category,
            String redactedTitle,
            boolean hidden,
            @Nullable UUID keyId,
            byte @Nullable [] reporter) {}

    public Headline of(TrackingId id) {
        var row = jdbc.sql("""
                        select category, redacted_title, secret or classification = 'PENGAWASAN' as hidden, key_id, reporter
                        from complaint where tracking_id = ?""").params(id.value()).query(Row.class).single();
        var reporterName = reporters.nameOf(row.keyId(), row.reporter());
        var category = row.category() == null ? null : Redaction.mask(row.category());
        return new Headline(
                unlessNamed(category, reporterName),
                row.hidden() ? null : unlessNamed(row.redactedTitle(), reporterName));
    }

    private static @Nullable String unlessNamed(@Nullable String text, @Nullable String reporterName) {
        if (text == null || text.isBlank() || reporterName == null) {
            return text == null || text.isBlank() ? null : text;
        }
        var words = words(text);
        return words(reporterName).stream().anyMatch(words::contains) ? null : text;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .collect(Collectors.toSet());
    }
}
