package id.go.cirebonkab.lajur.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** PostgreSQL's own programs, run as PostgreSQL wants it: never as root, and deaf to the language of the machine. */
record PostgresCommands(PostgresBinaries binaries, PostgresHome home) {

    private static final String SECONDS_TO_START = "600";
    private static final String SECONDS_TO_STOP = "120";

    /** @param output what the program said on both its streams */
    record Outcome(int code, String output) {

        boolean succeeded() {
            return code == 0;
        }
    }

    /** @throws EmbeddedPostgresException if this is root and root cannot become somebody else here */
    PostgresCommands {
        if (isRoot() && !run(List.of("unshare", "-U", "true"), home).succeeded()) {
            throw new EmbeddedPostgresException("Lajur runs as root, PostgreSQL refuses to, and this machine does not"
                    + " allow `unshare -U`. Run Lajur as an ordinary user, or set spring.datasource.url.");
        }
    }

    /** @throws EmbeddedPostgresException if no cluster can be made */
    void initdb(Path cluster, Path passwordFile) {
        var outcome = unprivileged(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + EmbeddedPostgres.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--text-search-config=simple",
                "--data-checksums");
        if (!outcome.succeeded()) {
            throw new EmbeddedPostgresException("No PostgreSQL cluster can be made.\n" + outcome.output());
        }
    }

    Outcome start() throws IOException {
        Files.deleteIfExists(home.startLog());
        return unprivileged(
                "pg_ctl",
                "--pgdata=" + home.cluster(),
                "--wait",
                "--timeout=" + SECONDS_TO_START,
                "--log=" + home.startLog(),
                "start");
    }

    /** Open transactions are rolled back, committed ones written out. */
    Outcome stop() {
        return unprivileged(
                "pg_ctl",
                "--pgdata=" + home.cluster(),
                "--wait",
                "--timeout=" + SECONDS_TO_STOP,
                "--mode=fast",
                "stop");
    }

    /** Such as {@code 18}. */
    String majorVersion() {
        var said = run(List.of(binaries.program("postgres").toString(), "--version"), home)
                .output();
        return said.replaceFirst("(?s)^postgres \\(PostgreSQL\\) ([0-9]+).*$", "$1");
    }

    /** Whether a process runs exactly these binaries. */
    boolean areOf(long pid) {
        return PostgresProcesses.program(pid)
                .filter(binaries.program("postgres")::equals)
                .isPresent();
    }

    private Outcome unprivileged(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        Collections.addAll(command, arguments);
        return run(command, home);
    }

    /** Its words go to a file, not to a pipe, which a server that stays would keep open. */
    private static Outcome run(List<String> command, PostgresHome home) {
        try {
            var words = home.aside("output");
            try {
                var builder = new ProcessBuilder(command)
                        .directory(home.path().toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(words.toFile());
                builder.environment().clear();
                builder.environment()
                        .putAll(Map.of("LC_ALL", "C", "TZ", "UTC", "PATH", "/usr/bin:/bin:/usr/sbin:/sbin"));
                var process = builder.start();
                return new Outcome(endOf(process), Files.readString(words).strip());
            } finally {
                Files.deleteIfExists(words);
            }
        } catch (IOException e) {
            return new Outcome(-1, e.toString());
        }
    }

    /** Waits through interruptions: the programs end by their own limits, and a stop must not be left half done. */
    private static int endOf(Process process) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
