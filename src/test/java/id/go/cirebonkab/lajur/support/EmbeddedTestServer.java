package id.go.cirebonkab.lajur.support;

import id.go.cirebonkab.lajur.platform.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** The embedded PostgreSQL in a directory of its own under {@code target}, which goes when the JVM ends. */
final class EmbeddedTestServer implements TestServer {

    private final AtomicInteger count = new AtomicInteger();
    private final EmbeddedPostgres postgres;

    static EmbeddedTestServer start() {
        try {
            var target = Files.createDirectories(Path.of("target"));
            var directory = Files.createTempDirectory(target, "test-database-");
            var postgres = EmbeddedPostgres.start(directory);
            // Runs after all application contexts have been closed.
            SpringApplication.getShutdownHandlers().add(() -> {
                postgres.close();
                remove(directory);
            });
            return new EmbeddedTestServer(postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedTestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    @Override
    public TestDatabase freshDatabase() {
        var name = "test_" + count.incrementAndGet();
        postgres.createDatabase(name);
        return new TestDatabase(postgres.jdbcUrl(name), postgres.ownerPassword(), postgres.appPassword());
    }

    private static void remove(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            System.err.println(directory + " stays behind: " + e);
        }
    }
}
