package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application in a JVM of its own, as the demonstration, with its embedded database. */
final class Application {

    private static final Pattern LISTENS = Pattern.compile("Tomcat started on port ([0-9]+)");
    private static final Pattern READY = Pattern.compile("Started LajurApplication");

    private final Process process;
    private final List<String> said;
    private final int port;

    private Application(Process process, List<String> said, int port) {
        this.process = process;
        this.said = said;
        this.port = port;
    }

    /** @param settings more of them, such as {@code --server.shutdown=graceful} */
    static Application startedOn(Path dataDir, String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                "id.go.cirebonkab.lajur.LajurApplication",
                "--spring.profiles.active=coba",
                "--server.port=0",
                "--lajur.relay.longest-pause=2s",
                "--lajur.data-dir=" + dataDir));
        command.addAll(List.of(settings));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new CopyOnWriteArrayList<String>();
        var reader = process.inputReader();
        var port = portOf(process, reader, said);
        readOn(reader, said);
        return new Application(process, said, port);
    }

    private static int portOf(Process process, BufferedReader reader, List<String> said) throws IOException {
        var port = 0;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            var listens = LISTENS.matcher(line);
            port = listens.find() ? Integer.parseInt(listens.group(1)) : port;
            if (READY.matcher(line).find()) {
                return port;
            }
        }
        process.destroyForcibly();
        throw new AssertionError("did not start:\n" + String.join("\n", said));
    }

    /** For ever, so that the application never waits for a reader. */
    private static void readOn(BufferedReader reader, List<String> said) {
        var rest = new Thread(() -> reader.lines().forEach(said::add), "application-output");
        rest.setDaemon(true);
        rest.start();
    }

    int port() {
        return port;
    }

    /** All lines of its output until now. */
    List<String> said() {
        return said;
    }

    void awaitSaid(String words) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(said).anyMatch(line -> line.contains(words)));
    }

    /** SIGTERM, as systemd and Docker send it, not waited for. */
    void isAskedToStop() {
        // Not by the process itself, which would close its output with words still in it.
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
        return process.exitValue();
    }

    /** In good order, and its database with it. */
    void stop() throws InterruptedException {
        isAskedToStop();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill();
        }
    }

    /** SIGKILL: no hook runs, nothing is closed. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Without the tests themselves: their configurations are not the application's. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
