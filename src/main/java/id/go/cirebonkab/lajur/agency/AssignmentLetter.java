package id.go.cirebonkab.lajur.agency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A surat tugas: it makes an officer the PIC of an agency for a time. Dates in WIB, both inclusive.
 *
 * @param withdrawnOn when it was taken back; from then on it gives no right at all
 * @param scanId the kept file; {@code null} when none was uploaded
 */
record AssignmentLetter(
        long id,
        String agencyCode,
        String agencyName,
        String number,
        LocalDate issuedOn,
        LocalDate validFrom,
        LocalDate validUntil,
        @Nullable LocalDate withdrawnOn,
        @Nullable UUID scanId) {

    /** How it stands on that day; the word is under {@code agency.letter.<state>}. */
    public String state(LocalDate day) {
        return withdrawnOn != null ? "withdrawn" : state(validFrom, validUntil, day);
    }

    static String state(LocalDate validFrom, LocalDate validUntil, LocalDate day) {
        if (day.isBefore(validFrom)) {
            return "later";
        }
        if (day.isAfter(validUntil)) {
            return "ended";
        }
        return validUntil.isBefore(day.plusDays(Mandates.SOON + 1)) ? "soon" : "valid";
    }
}
