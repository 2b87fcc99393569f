package id.go.cirebonkab.lajur.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A web server in a JVM of its own. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final URI base;
    private final Path log;
    private final Duration toHealthy;

    /** Returns as soon as {@code healthPath} answers with 200. What the process says is appended to {@code log}. */
    static ServerProcess start(List<String> command, int port, String healthPath, Path log)
            throws IOException, InterruptedException {
        return new ServerProcess(command, URI.create("http://127.0.0.1:" + port), healthPath, log);
    }

    private ServerProcess(List<String> command, URI base, String healthPath, Path log)
            throws IOException, InterruptedException {
        this.base = base;
        this.log = log;
        var began = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // Whatever ends the bench must not leave a server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (!answers(healthPath)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended by itself, see " + log);
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                process.destroy();
                throw new IllegalStateException("not healthy after " + PATIENCE.toSeconds() + " s, see " + log);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        toHealthy = Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI base() {
        return base;
    }

    /** From the start of the process to the first 200. */
    Duration toHealthy() {
        return toHealthy;
    }

    /** What the JVM holds in memory now, in MiB. */
    long residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("does not end, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
