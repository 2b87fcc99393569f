package id.go.cirebonkab.lajur.platform;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The generated passwords, kept in a file that only its owner can read. They are made once, before the cluster. */
record PostgresPasswords(String superuser, String owner, String app) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws EmbeddedPostgresException if there is a cluster whose passwords are lost */
    static PostgresPasswords of(PostgresHome home) throws IOException {
        var file = home.passwordsFile();
        if (Files.exists(file)) {
            var kept = new Properties();
            kept.load(new StringReader(Files.readString(file)));
            return new PostgresPasswords(
                    kept.getProperty(EmbeddedPostgres.SUPERUSER, ""),
                    kept.getProperty(EmbeddedPostgres.OWNER, ""),
                    kept.getProperty(EmbeddedPostgres.APP, ""));
        }
        if (home.hasCluster()) {
            throw new EmbeddedPostgresException("The passwords of the database in " + home.cluster()
                    + " are missing: bring back " + file + " from your backup.");
        }
        var made = new PostgresPasswords(generate(), generate(), generate());
        PostgresHome.writePrivately(file, made.toFile());
        return made;
    }

    private String toFile() {
        return """
                # Written by Lajur when it made the database. Keep it with the backup, and to yourself.
                %s=%s
                %s=%s
                %s=%s
                """.formatted(
                EmbeddedPostgres.SUPERUSER, superuser, EmbeddedPostgres.OWNER, owner, EmbeddedPostgres.APP, app);
    }

    private static String generate() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "PostgresPasswords[hidden]";
    }
}
