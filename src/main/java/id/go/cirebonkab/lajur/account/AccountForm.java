package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.Role;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A new account as typed. */
record AccountForm(
        @Nullable String username,
        @Nullable String nama,
        @Nullable String peran,
        @Nullable String petugas,
        @Nullable String surel) {

    static final int LONGEST_EMAIL = 200;
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}([.][A-Za-z0-9-]{1,63}){1,8}");

    /** A new account that can be made; {@code officerId} for officers and for nobody else. */
    record Checked(
            String username,
            String name,
            Role role,
            @Nullable Long officerId,
            @Nullable String email) {}

    /** Whether an account may be called so; {@code V1} has the same rule. */
    static boolean isUsername(String name) {
        return USERNAME.matcher(name).matches();
    }

    static AccountForm empty() {
        return new AccountForm(null, null, null, null, null);
    }

    /** @throws InvalidInput naming the field that can't be taken */
    Checked checked() {
        var user = Accounts.normal(username);
        if (!isUsername(user)) {
            throw new InvalidInput("username", "account.invalid.username");
        }
        if (nama == null || nama.isBlank()) {
            throw new InvalidInput("nama", "account.invalid.name");
        }
        var role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(peran))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("peran", "account.invalid.role"));
        var officer = petugas == null || !petugas.matches("[0-9]{1,18}") ? null : Long.valueOf(petugas);
        if ((role == Role.OFFICER) != (officer != null)) {
            throw new InvalidInput("petugas", "account.invalid.officer");
        }
        return new Checked(user, nama.strip(), role, officer, checkedEmail(surel));
    }

    /** A plain address, which may be left empty: then {@code null}. */
    static @Nullable String checkedEmail(@Nullable String email) {
        var address = email == null ? "" : email.strip();
        if (address.isEmpty()) {
            return null;
        }
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new InvalidInput("surel", "account.invalid.email");
        }
        return address;
    }
}
