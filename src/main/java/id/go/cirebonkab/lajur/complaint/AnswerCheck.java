package id.go.cirebonkab.lajur.complaint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at an answer before it goes out: does it tell who complained? (UU PDP 27/2022; an answer is public.) */
final class AnswerCheck {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w.-]{1,200}");

    private AnswerCheck() {}

    /**
     * A NIK, the reporter's full name, or a number or address that the complaint itself contains. The office's own
     * telephone number in an answer is welcome.
     */
    static boolean givesAway(String answer, String complaint, @Nullable String reporterName) {
        var told = Redaction.numbers(answer);
        return told.stream().anyMatch(Redaction.Number::isNik)
                || told.stream().anyMatch(Redaction.numbers(complaint)::contains)
                || emails(answer).stream().anyMatch(emails(complaint)::contains)
                || (reporterName != null && names(answer, reporterName));
    }

    private static Set<String> emails(String text) {
        return EMAIL.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static boolean names(String answer, String reporterName) {
        var name = " " + plain(reporterName) + " ";
        return name.length() > 4 && (" " + plain(answer) + " ").contains(name);
    }

    private static String plain(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
