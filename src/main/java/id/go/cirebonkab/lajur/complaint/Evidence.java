package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came that was not typed by its agency.
 *
 * @param source the letter's number, or who called and at what time; may be missing when a scan is attached
 * @param official the name of the official who signed or spoke
 * @param date of the letter or call, WIB
 */
public record Evidence(@Nullable String source, String official, LocalDate date) {

    /** @throws InvalidInput when the official or the date is missing */
    public Evidence {
        source = Words.optional(source, 300, "sumber", "complaint.invalid.source");
        official = Words.of(official, 200, "pejabat", "complaint.invalid.official");
        if (date == null) {
            throw new InvalidInput("tanggal", "complaint.invalid.date.missing");
        }
    }
}
