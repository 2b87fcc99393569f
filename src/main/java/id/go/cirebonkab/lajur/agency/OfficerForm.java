package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * An officer with the surat tugas, as typed. Every field is a text, so that what was typed comes back as it was; dates
 * are ISO, in WIB.
 */
record OfficerForm(
        @NotBlank(message = "{agency.invalid.name.missing}")
        @Size(max = 200, message = "{agency.invalid.long}")
        @Nullable
        String nama,

        @Pattern(regexp = "|[+0-9(][0-9 ().-]{5,29}", message = "{agency.invalid.phone}") @Nullable
        String telepon,

        @Email(message = "{agency.invalid.email}") @Size(max = 200, message = "{agency.invalid.long}") @Nullable
        String surel,

        @NotBlank(message = "{agency.invalid.missing}") @Nullable
        String perangkat,

        @NotBlank(message = "{agency.invalid.number.missing}")
        @Size(max = 200, message = "{agency.invalid.long}")
        @Nullable
        String nomor,

        @NotBlank(message = "{agency.invalid.date.missing}") @Nullable
        String tanggal,

        @NotBlank(message = "{agency.invalid.date.missing}") @Nullable
        String berlakuMulai,

        @NotBlank(message = "{agency.invalid.date.missing}") @Nullable
        String berlakuSampai) {

    /** As it was typed before somebody had to sign in again; empty when nothing was. */
    static OfficerForm of(Draft kept) {
        return new OfficerForm(
                kept.value("nama"),
                kept.value("telepon"),
                kept.value("surel"),
                kept.value("perangkat"),
                kept.value("nomor"),
                kept.value("tanggal"),
                kept.value("berlakuMulai"),
                kept.value("berlakuSampai"));
    }

    /** @throws InvalidInput when a date is none, the letter ends before it begins, or there is no such agency */
    Officers.NewOfficer toCommand(Agencies agencies) {
        var agency = agencies.requireActive(perangkat, "perangkat");
        var issued = date(tanggal, "tanggal");
        var from = date(berlakuMulai, "berlakuMulai");
        var until = date(berlakuSampai, "berlakuSampai");
        if (until.isBefore(from)) {
            throw new InvalidInput("berlakuSampai", "agency.invalid.date.order");
        }
        return new Officers.NewOfficer(
                typed(nama), orNull(telepon), orNull(surel), agency, typed(nomor), issued, from, until);
    }

    private static LocalDate date(@Nullable String text, String field) {
        try {
            return LocalDate.parse(typed(text));
        } catch (DateTimeParseException noDate) {
            throw new InvalidInput(field, "agency.invalid.date", typed(text));
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return typed(text).isEmpty() ? null : typed(text);
    }
}
