package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose reading is in question, as typed; times in WIB. */
record IncidentForm(
        @Nullable List<String> akun,
        @Nullable String alamat,
        @Nullable String dari,
        @Nullable String sampai,
        @Nullable String diketahui) {

    private static final int LONGEST_ADDRESS = 45;

    /** Nothing asked yet. */
    boolean isEmpty() {
        return ids().isEmpty()
                && LogForm.text(alamat) == null
                && LogForm.text(dari) == null
                && LogForm.text(sampai) == null
                && LogForm.text(diketahui) == null;
    }

    public boolean names(long account) {
        return ids().contains(String.valueOf(account));
    }

    /** @throws InvalidInput naming the field that can't be taken */
    Incident checked() {
        var accounts = ids();
        if (!accounts.stream().allMatch(id -> id.matches("[0-9]{1,18}"))) {
            throw new InvalidInput("akun", "audit.invalid.account");
        }
        var address = LogForm.text(alamat);
        if (accounts.isEmpty() && address == null) {
            throw new InvalidInput("akun", "audit.invalid.who");
        }
        if (address != null && (address.length() > LONGEST_ADDRESS || !address.matches("[0-9A-Fa-f.:]+"))) {
            throw new InvalidInput("alamat", "audit.invalid.address");
        }
        var from = time(dari, "dari");
        var to = time(sampai, "sampai");
        if (!from.isBefore(to)) {
            throw new InvalidInput("sampai", "audit.invalid.order");
        }
        return new Incident(
                accounts.stream().map(Long::valueOf).toList(), address, from, to, time(diketahui, "diketahui"));
    }

    private List<String> ids() {
        return akun == null
                ? List.of()
                : akun.stream().filter(id -> !id.isBlank()).map(String::strip).toList();
    }

    private static Instant time(@Nullable String typed, String field) {
        var time = LogForm.text(typed);
        if (time == null) {
            throw new InvalidInput(field, "audit.invalid.time.missing");
        }
        try {
            if (time.matches("[0-9]{4}-.*")) {
                return LocalDateTime.parse(time).atZone(DomainClock.WIB).toInstant();
            }
        } catch (DateTimeParseException noTime) {
            // said below
        }
        throw new InvalidInput(field, "audit.invalid.time", time);
    }
}
