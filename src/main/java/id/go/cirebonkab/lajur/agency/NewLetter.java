package id.go.cirebonkab.lajur.agency;

import java.time.LocalDate;

/** A surat tugas to be recorded. Dates in WIB, both inclusive. */
public record NewLetter(
        String agencyCode, String number, LocalDate issuedOn, LocalDate validFrom, LocalDate validUntil) {}
