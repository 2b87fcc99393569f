package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search of the log as typed; days are days in WIB, both inclusive. */
record LogForm(
        @Nullable String akun,
        @Nullable String perbuatan,
        @Nullable String jenis,
        @Nullable String nomor,
        @Nullable String dari,
        @Nullable String sampai) {

    /** What the form offers; an entry may be of another kind. */
    static final List<String> KINDS =
            List.of("complaint", "message", "account", "agency", "officer", "letter", "setting", "log");

    private static final int LONGEST = 100;

    static LogForm empty() {
        return new LogForm(null, null, null, null, null, null);
    }

    /** @throws InvalidInput naming the field that can't be taken */
    LogSearch checked() {
        var from = day(dari, "dari");
        var to = day(sampai, "sampai");
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidInput("sampai", "audit.invalid.order");
        }
        return new LogSearch(
                account(),
                deeds(),
                text(jenis),
                number(),
                null,
                startOf(from),
                startOf(to == null ? null : to.plusDays(1)));
    }

    private List<Long> account() {
        var id = text(akun);
        if (id == null) {
            return List.of();
        }
        if (!id.matches("[0-9]{1,18}")) {
            throw new InvalidInput("akun", "audit.invalid.account");
        }
        return List.of(Long.valueOf(id));
    }

    private Set<Deed> deeds() {
        var name = text(perbuatan);
        return name == null
                ? Set.of()
                : Arrays.stream(Deed.values())
                        .filter(deed -> deed.name().equals(name))
                        .findFirst()
                        .map(Set::of)
                        .orElseThrow(() -> new InvalidInput("perbuatan", "audit.invalid.deed"));
    }

    private @Nullable String number() {
        var typed = text(nomor);
        if (typed == null) {
            if (text(jenis) != null) {
                throw new InvalidInput("nomor", "audit.invalid.number.missing");
            }
            return null;
        }
        var number = typed.startsWith("#") ? typed.substring(1).strip() : typed;
        if (number.isEmpty() || number.length() > LONGEST) {
            throw new InvalidInput("nomor", "audit.invalid.number", LONGEST);
        }
        return number;
    }

    private static @Nullable LocalDate day(@Nullable String typed, String field) {
        var day = text(typed);
        if (day == null) {
            return null;
        }
        try {
            if (day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeParseException noDay) {
            // said below
        }
        throw new InvalidInput(field, "audit.invalid.day", day);
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(DomainClock.WIB).toInstant();
    }

    /** {@code null} when nothing was typed. */
    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
