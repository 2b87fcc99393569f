package id.go.cirebonkab.lajur.support;

import static org.awaitility.Awaitility.await;

import id.go.cirebonkab.lajur.platform.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The embedded PostgreSQL in a directory of its own under {@code target}, which goes when the JVM ends. */
final class EmbeddedTestServer implements TestServer {

    private final AtomicInteger count = new AtomicInteger();
    private final List<ConfigurableApplicationContext> contexts = new CopyOnWriteArrayList<>();
    private final EmbeddedPostgres postgres;

    static EmbeddedTestServer start() {
        try {
            var target = Files.createDirectories(Path.of("target"));
            var directory = Files.createTempDirectory(target, "test-database-");
            var postgres = EmbeddedPostgres.start(directory);
            var server = new EmbeddedTestServer(postgres);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stopAndRemove(directory), "test-database"));
            return server;
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

    @Override
    public void outlive(ConfigurableApplicationContext context) {
        contexts.add(context);
    }

    /** The contexts are closed at the same time by hooks of their own, and may still write while they are. */
    private void stopAndRemove(Path directory) {
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> contexts.stream().noneMatch(ConfigurableApplicationContext::isActive));
        } finally {
            postgres.close();
            remove(directory);
        }
    }

    private static void remove(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            System.err.println(directory + " stays behind: " + e);
        }
    }
}
