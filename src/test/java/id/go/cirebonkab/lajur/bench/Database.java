package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The embedded PostgreSQL of the running application, entered with the passwords that lie in its data directory. */
final class Database {

    static final String APP = "lajur_app";
    static final String OWNER = "lajur_owner";
    static final String SUPERUSER = "postgres";

    private final Path home;

    Database(Path dataDir) {
        this.home = dataDir.resolve("postgres");
    }

    String url() throws IOException {
        try (var settings = Files.lines(home.resolve("cluster/lajur.conf"))) {
            var port = settings.filter(line -> line.startsWith("port = "))
                    .findFirst()
                    .orElseThrow()
                    .substring("port = ".length());
            return "jdbc:postgresql://127.0.0.1:" + port + "/lajur";
        }
    }

    String password(String role) throws IOException {
        var passwords = new Properties();
        passwords.load(new StringReader(Files.readString(home.resolve("passwords.properties"))));
        return passwords.getProperty(role);
    }

    Connection as(String role) throws SQLException, IOException {
        return DriverManager.getConnection(url(), role, password(role));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row, as text. */
    static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(column(connection, sql).get(0));
    }
}
