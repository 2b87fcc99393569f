package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The words of an answer. The SOP asks for "kalimat yang singkat, padat dan jelas", so there is an upper bound.
 *
 * @param promisedFor for an interim answer the day of the final one, WIB; otherwise {@code null}
 */
public record AnswerText(
        Answer.Kind kind, String body, @Nullable LocalDate promisedFor) {

    /** In characters; about three printed pages. */
    public static final int LONGEST = 10_000;

    /** @throws InvalidInput when the words are missing or too many, or an interim answer promises no day */
    public AnswerText {
        body = Words.of(body, LONGEST, "isi", "complaint.invalid.answer");
        if (kind == Answer.Kind.INTERIM && promisedFor == null) {
            throw new InvalidInput("janji", "complaint.invalid.promise.missing");
        }
        if (kind != Answer.Kind.INTERIM) {
            promisedFor = null;
        }
    }
}
