package id.go.cirebonkab.lajur.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A second JVM that runs the launcher and commits numbered rows, saying each number after it is committed. */
final class DeskProcess implements AutoCloseable {

    private static final String STARTING = "starting";
    private static final String STARTED = "started, the table holds ";
    private static final String COMMITTED = "committed ";

    private final Process process;
    private final BufferedReader reader;
    private final List<String> said = new ArrayList<>();

    /** The other JVM's side. */
    public static void main(String[] arguments) throws SQLException {
        say(STARTING);
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
        try (var owner = postgres.dataSource(
                                EmbeddedPostgres.DATABASE, EmbeddedPostgres.OWNER, postgres.ownerPassword())
                        .getConnection();
                var statement = owner.createStatement()) {
            statement.execute("create table if not exists kept (n bigint primary key)");
            statement.execute("grant select, insert on kept to " + EmbeddedPostgres.APP);
        }
        try (var app = postgres.dataSource(EmbeddedPostgres.DATABASE, EmbeddedPostgres.APP, postgres.appPassword())
                        .getConnection();
                var count = app.prepareStatement("select count(*), coalesce(max(n), 0) from kept");
                var insert = app.prepareStatement("insert into kept values (?)")) {
            long last;
            try (var rows = count.executeQuery()) {
                rows.next();
                last = rows.getLong(2);
                if (rows.getLong(1) != last) {
                    throw new IllegalStateException(rows.getLong(1) + " rows, but the last is " + last);
                }
            }
            say(STARTED + last);
            while (true) {
                insert.setLong(1, ++last);
                insert.executeUpdate();
                say(COMMITTED + last);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    static DeskProcess on(Path dataDir) throws IOException {
        return new DeskProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeskProcess.class.getName(),
                        dataDir.toString())
                .redirectErrorStream(true)
                .start());
    }

    private DeskProcess(Process process) {
        this.process = process;
        this.reader = process.inputReader();
    }

    void awaitStarting() {
        await(STARTING::equals);
    }

    /** @return how many rows the table held at the start */
    long awaitStarted() {
        return Long.parseLong(await(line -> line.startsWith(STARTED)).substring(STARTED.length()));
    }

    void awaitCommits(int count) {
        for (var i = 0; i < count; i++) {
            await(line -> line.startsWith(COMMITTED));
        }
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * {@code kill -9}.
     *
     * @return the last number that it said to be committed, in its whole life; {@code -1} if none
     */
    long kill() throws InterruptedException {
        // Not by the process itself, which would close its output with words still in it.
        process.toHandle().destroyForcibly();
        String output = awaitEnd();
        return output.lines()
                .filter(line -> line.startsWith(COMMITTED))
                .mapToLong(line -> Long.parseLong(line.substring(COMMITTED.length())))
                .reduce(-1, (earlier, later) -> later);
    }

    /** @return all that it said */
    String awaitEnd() throws InterruptedException {
        while (readLine() != null) {
            // until its output ends
        }
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("does not end:\n" + String.join("\n", said));
        }
        return String.join("\n", said);
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String await(Predicate<String> wanted) {
        for (var line = readLine(); line != null; line = readLine()) {
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new AssertionError("ended before its time:\n" + String.join("\n", said));
    }

    private @Nullable String readLine() {
        try {
            var line = reader.readLine();
            if (line != null) {
                said.add(line);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
