package id.go.cirebonkab.lajur.support;

import org.springframework.context.ConfigurableApplicationContext;

/** The one PostgreSQL server of a test JVM, stopped when the JVM ends. */
interface TestServer {

    TestDatabase freshDatabase();

    /** The server is not stopped before this context is closed. */
    void outlive(ConfigurableApplicationContext context);

    static TestServer ofThisJvm() {
        return Holder.SERVER;
    }

    final class Holder {

        private static final TestServer SERVER = chosen(System.getProperty("lajur.test.database", "embedded"));

        private Holder() {}

        private static TestServer chosen(String name) {
            return switch (name) {
                case "embedded" -> EmbeddedTestServer.start();
                case "testcontainers" -> ContainerTestServer.start();
                default ->
                    throw new IllegalArgumentException(
                            "lajur.test.database is `embedded` or `testcontainers`, not `" + name + "`");
            };
        }
    }
}
