package id.go.cirebonkab.lajur.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** One admin, one supervisor, and officers of agencies that get much and little to do. */
final class Accounts {

    static final String PASSWORD = "bench-lajur-2026";
    static final String ADMIN = "bench.admin";
    static final String SUPERVISOR = "bench.pimpinan";
    static final List<String> AGENCIES = List.of("dputr", "dlh", "disdukcapil", "dishub", "kec-weru", "inspektorat");

    private Accounts() {}

    static String officerOf(String agency) {
        return "bench." + agency;
    }

    /** Made unless they are there. */
    static void make(Connection connection) throws SQLException {
        if (Database.number(connection, "select count(*) from account where username = '" + ADMIN + "'") > 0) {
            return;
        }
        var hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);
        account(connection, ADMIN, "Admin Kabupaten", "DISTRICT_ADMIN", null, hash);
        account(connection, SUPERVISOR, "Pimpinan", "SUPERVISOR", null, hash);
        // Without one, every start writes a link for the first administrator into the log.
        account(connection, "bench.sistem", "Sistem", "SYSTEM_ADMIN", null, hash);
        for (var agency : AGENCIES) {
            var officer = Long.valueOf(Database.column(
                            connection, "insert into officer (name) values ('Petugas " + agency + "') returning id")
                    .get(0));
            Database.execute(connection, """
                    insert into assignment_letter (officer_id, agency_code, number, issued_on, valid_from, valid_until)
                    values (%d, '%s', '800/%s', current_date, current_date - 1, current_date + 3650)""".formatted(officer, agency, agency));
            account(connection, officerOf(agency), "Petugas " + agency, "OFFICER", officer, hash);
        }
    }

    private static void account(
            Connection connection, String username, String name, String role, Long officer, String hash)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into account (username, display_name, password_hash, role, officer_id, created_at)
                values (?, ?, ?, ?, ?, current_timestamp)""")) {
            insert.setString(1, username);
            insert.setString(2, name);
            insert.setString(3, hash);
            insert.setString(4, role);
            insert.setObject(5, officer);
            insert.executeUpdate();
        }
    }
}
