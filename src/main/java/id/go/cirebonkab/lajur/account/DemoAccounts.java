package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.NewLetter;
import id.go.cirebonkab.lajur.agency.Officers;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Role;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the demonstration. Plainly made up, and only in the profile {@code coba}. */
@Component
@Profile("coba")
@Order(1)
class DemoAccounts implements ApplicationRunner {

    static final String PASSWORD = "coba-lajur";
    static final List<String> USERNAMES =
            List.of("admin", "petugas.dputr", "petugas.disdukcapil", "petugas.atr-bpn", "pimpinan", "sistem");

    private final Accounts accounts;
    private final Officers officers;
    private final PasswordEncoder passwords;
    private final DomainClock clock;
    private final JdbcClient jdbc;

    DemoAccounts(Accounts accounts, Officers officers, PasswordEncoder passwords, DomainClock clock, JdbcClient jdbc) {
        this.accounts = accounts;
        this.officers = officers;
        this.passwords = passwords;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!accounts.isTaken("admin")) {
            create();
        }
        giveAddresses();
    }

    private void create() {
        var hash = passwords.encode(PASSWORD);
        accounts.create("admin", "Admin Kabupaten (contoh)", hash, Role.DISTRICT_ADMIN, null, null);
        accounts.create("pimpinan", "Pimpinan (contoh)", hash, Role.SUPERVISOR, null, null);
        accounts.create("sistem", "Pengelola Sistem (contoh)", hash, Role.SYSTEM_ADMIN, null, null);
        officer("dputr", "Petugas DPUTR (contoh)", hash);
        officer("disdukcapil", "Petugas Disdukcapil (contoh)", hash);
        officer("atr-bpn", "Petugas ATR/BPN (contoh)", hash);
    }

    /** Also to those of an older data directory, which had none. */
    private void giveAddresses() {
        for (var username : USERNAMES) {
            var address = username + "@lajur.example";
            jdbc.sql("update account set email = ? where username = ? and officer_id is null and email is null")
                    .params(address, username)
                    .update();
            jdbc.sql("""
                            update officer set email = ? where email is null
                            and id = (select officer_id from account where username = ?)""").params(address, username).update();
        }
    }

    private void officer(String agencyCode, String name, @Nullable String hash) {
        var today = clock.today();
        var letter = new NewLetter(
                agencyCode, "CONTOH/" + agencyCode.toUpperCase(Locale.ROOT) + "/1", today, today, today.plusYears(5));
        var officer = officers.register(new Officers.Person(name, null, null), letter, null, Actor.system("coba"));
        accounts.create("petugas." + agencyCode, name, hash == null ? "" : hash, Role.OFFICER, officer, null);
    }
}
