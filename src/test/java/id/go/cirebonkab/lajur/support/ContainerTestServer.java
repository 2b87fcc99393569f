package id.go.cirebonkab.lajur.support;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL in a container, for who has Docker; Testcontainers removes it when the JVM ends. */
final class ContainerTestServer implements TestServer {

    private static final String IMAGE = "postgres:18-alpine";
    private static final String PASSWORD = "test";

    private final AtomicInteger count = new AtomicInteger();
    private final PostgreSQLContainer container;

    static ContainerTestServer start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("-Dlajur.test.database=testcontainers needs Docker, and none answers here."
                    + " Leave the switch out to test on the embedded PostgreSQL.");
        }
        @SuppressWarnings("resource")
        var container = new PostgreSQLContainer(IMAGE)
                .withUsername("postgres")
                .withPassword(PASSWORD)
                .withEnv(
                        "POSTGRES_INITDB_ARGS",
                        "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --encoding=UTF8")
                .withEnv("TZ", "UTC")
                .withInitScript("support/roles.sql");
        container.start();
        return new ContainerTestServer(container);
    }

    private ContainerTestServer(PostgreSQLContainer container) {
        this.container = container;
    }

    @Override
    public TestDatabase freshDatabase() {
        var name = "test_" + count.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + TestDatabase.OWNER);
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + TestDatabase.APP);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(url(name), PASSWORD, PASSWORD);
    }

    /** Nothing to do: the container is removed after the JVM has ended. */
    @Override
    public void outlive(ConfigurableApplicationContext context) {}

    private String url(String database) {
        return "jdbc:postgresql://" + container.getHost() + ":"
                + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
    }
}
