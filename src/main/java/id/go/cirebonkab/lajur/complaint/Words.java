package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Free text as typed by people: stripped, without control characters, within bounds. */
final class Words {

    /** For reasons and notes, in characters. */
    static final int REASON = 2_000;

    private Words() {}

    /** @throws InvalidInput with {@code key.missing} or {@code key.long} */
    static String of(@Nullable String typed, int longest, String field, String key) {
        var words = tidy(typed);
        if (words.isEmpty()) {
            throw new InvalidInput(field, key + ".missing");
        }
        return within(words, longest, field, key);
    }

    /** Like {@link #of}, but may be left empty: then {@code null}. */
    static @Nullable String optional(@Nullable String typed, int longest, String field, String key) {
        var words = tidy(typed);
        return words.isEmpty() ? null : within(words, longest, field, key);
    }

    static String reason(@Nullable String typed) {
        return of(typed, REASON, "alasan", "complaint.invalid.reason");
    }

    private static String within(String words, int longest, String field, String key) {
        var length = words.codePointCount(0, words.length());
        if (length > longest) {
            throw new InvalidInput(field, key + ".long", longest, length);
        }
        return words;
    }

    private static String tidy(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("\\r\\n?", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                        .strip();
    }
}
