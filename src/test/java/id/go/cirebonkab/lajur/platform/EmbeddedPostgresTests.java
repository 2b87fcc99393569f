package id.go.cirebonkab.lajur.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTests {

    /** One directory for all, since the first start is the slow one; each test starts and stops the server itself. */
    private static Path dataDir;

    @BeforeAll
    static void haveADirectoryWithASpaceInItsName(@TempDir Path temp) {
        dataDir = temp.resolve("data lajur");
    }

    @Test
    void theFirstStartMakesADurableClusterAndTheSecondIsFast(@TempDir Path fresh) throws SQLException, IOException {
        var first = startAndStop(fresh);
        var second = startAndStop(fresh);
        System.out.printf("first start %d ms, second start %d ms%n", first.toMillis(), second.toMillis());

        assertThat(second).isLessThan(first);
        try (var postgres = EmbeddedPostgres.start(fresh);
                var superuser = postgres.superuser()) {
            assertThat(value(superuser, "show fsync")).isEqualTo("on");
            assertThat(value(superuser, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(superuser, "show full_page_writes")).isEqualTo("on");
            assertThat(value(superuser, "show data_checksums")).isEqualTo("on");
            assertThat(value(superuser, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(superuser, "show unix_socket_directories")).isEmpty();
            assertThat(value(superuser, "show server_encoding")).isEqualTo("UTF8");
            assertThat(value(superuser, "select setting from pg_file_settings where name = 'timezone' and applied"))
                    .isEqualTo("UTC");
            assertThat(value(superuser, "select lower('ÉÑ')")).isEqualTo("éñ");
        }
    }

    @Test
    void whatItKeepsIsForItsOwnerOnly() throws IOException {
        startAndStop(dataDir);
        var home = dataDir.resolve("postgres");

        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("passwords.properties"))).isEqualTo("rw-------");
        assertThat(permissions(home.resolve("cluster"))).isEqualTo("rwx------");
    }

    @Test
    void theApplicationCannotCreateAnythingInTheOwnersStead() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(dataDir);
                var app = asApp(postgres)) {
            assertThat(value(app, "select current_user")).isEqualTo("lajur_app");
            for (var forbidden : new String[] {
                "create table mine (n int)",
                "create temporary table mine (n int)",
                "create schema mine",
                "create database mine",
                "create role mine",
                "create extension pg_trgm",
                "set role lajur_owner"
            }) {
                assertThatThrownBy(() -> execute(app, forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theOwnerMigratesButIsNoSuperuser() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(dataDir);
                var owner = asOwner(postgres)) {
            execute(owner, "create table migrated (n int)");
            execute(owner, "create extension pg_trgm");
            execute(owner, "drop extension pg_trgm");
            execute(owner, "drop table migrated");
            assertThat(value(owner, "select usesuper from pg_user where usename = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void nobodyComesInWithoutTheRightPassword() {
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            for (var user : new String[] {"postgres", "lajur_owner", "lajur_app"}) {
                for (var password : new String[] {"", "wrong"}) {
                    assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, password)
                                    .close())
                            .as(user)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("password");
                }
            }
            assertThatThrownBy(() -> DriverManager.getConnection(
                                    postgres.jdbcUrl("postgres"), "lajur_app", postgres.appPassword())
                            .close())
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void aFurtherDatabaseHasTheSameOwnerAndTheSameRights() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            postgres.createDatabase("further");
            try (var owner = DriverManager.getConnection(
                            postgres.jdbcUrl("further"), EmbeddedPostgres.OWNER, postgres.ownerPassword());
                    var app = DriverManager.getConnection(
                            postgres.jdbcUrl("further"), EmbeddedPostgres.APP, postgres.appPassword())) {
                execute(owner, "create table kept (n int)");
                assertThatThrownBy(() -> execute(app, "select * from kept")).hasMessageContaining("permission denied");
                execute(owner, "grant select on kept to lajur_app");
                execute(app, "select * from kept");
            }
            assertThatThrownBy(() -> postgres.createDatabase("further"))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("already exists");
            assertThatThrownBy(() -> postgres.createDatabase("x; drop database lajur"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aCommittedRowSurvivesStopAndStart() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            keepARow(postgres, "stopped");
        }
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            assertThatTheRowIsKept(postgres, "stopped");
        }
    }

    @Test
    void aCommittedRowSurvivesTheKillOfTheServer() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            keepARow(postgres, "killed");
            killAndAwait(postgres.pid());
        }
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            assertThatTheRowIsKept(postgres, "killed");
        }
    }

    @Test
    void aServerKilledUnderTheRunningApplicationComesBackByItself() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            keepARow(postgres, "interrupted");
            killAndAwait(postgres.pid());
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> assertThatTheRowIsKept(postgres, "interrupted"));
        }
    }

    @Test
    void aServerThatAKilledProcessLeftRunningIsTakenOver() throws Exception {
        try (var desk = DeskProcess.on(dataDir)) {
            desk.awaitCommits(10);
            var last = desk.kill();
            var left = PostmasterFile.of(PostgresHome.in(dataDir)).orElseThrow();
            assertThat(PostgresProcesses.program(left.pid())).isPresent();

            try (var postgres = EmbeddedPostgres.start(dataDir)) {
                assertThat(postgres.pid()).isEqualTo(left.pid());
                assertThat(postgres.port()).isEqualTo(left.port());
                assertThat(Long.parseLong(value(asApp(postgres), "select count(*) from kept")))
                        .isBetween(last, last + 1);
            }
            assertThat(PostgresProcesses.program(left.pid()))
                    .as("it is stopped in the end")
                    .isEmpty();
        }
    }

    @Test
    void aSecondProcessIsRefusedInAClearSentence() throws Exception {
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            try (var second = DeskProcess.on(dataDir)) {
                assertThat(second.awaitEnd())
                        .contains(
                                "Another Lajur (process "
                                        + ProcessHandle.current().pid() + ") already works in",
                                "lajur.data-dir");
                assertThat(second.exitCode()).isNotZero();
            }
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("Another Lajur (this very process) already works in");
            assertThat(value(asApp(postgres), "select 1")).isEqualTo("1");
            try (var third = DeskProcess.on(dataDir)) {
                assertThat(third.awaitEnd()).as("the refusals gave nothing up").contains("already works in");
            }
        }
    }

    @Test
    void aStaleFileWhoseNumberBelongsToSomebodyElseNowIsRemovedAndNobodyIsHurt() throws Exception {
        startAndStop(dataDir);
        var home = PostgresHome.in(dataDir);
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            for (var recycled : new long[] {ProcessHandle.current().pid(), stranger.pid(), 1}) {
                Files.writeString(home.postmasterFile(), """
                        %d
                        %s
                        1700000000
                        5432

                        127.0.0.1
                          2147469         4
                        ready  \s
                        """.formatted(recycled, home.cluster()));
                try (var postgres = EmbeddedPostgres.start(dataDir)) {
                    assertThat(postgres.pid()).isNotEqualTo(recycled);
                }
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aPortThatSomebodyElseHasTakenIsExchangedForAnother() throws SQLException, IOException {
        int taken;
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            taken = postgres.port();
            keepARow(postgres, "moved");
        }
        try (var somebodyElse = new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1"));
                var postgres = EmbeddedPostgres.start(dataDir)) {
            assertThat(postgres.port()).isNotEqualTo(somebodyElse.getLocalPort());
            assertThatTheRowIsKept(postgres, "moved");
        }
    }

    @Test
    void thePortStaysTheSameWhileNobodyTakesIt() {
        int port;
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            port = postgres.port();
        }
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    void aFirstStartKilledHalfWayIsSimplyDoneAgain(@TempDir Path fresh) throws Exception {
        var home = PostgresHome.in(fresh);
        for (var step : new String[] {"bin.aside-", "cluster.aside-"}) {
            try (var desk = DeskProcess.on(fresh)) {
                await().pollInterval(Duration.ofMillis(1))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> has(home.path(), step));
                desk.kill();
            }
            assertThat(home.hasCluster()).isFalse();
        }
        try (var postgres = EmbeddedPostgres.start(fresh)) {
            keepARow(postgres, "whole");
            assertThatTheRowIsKept(postgres, "whole");
        }
        startAndStop(fresh);
        assertThat(has(home.path(), ".aside-")).isFalse();
    }

    @Test
    void lostPasswordsAreAskedForInsteadOfMadeAnew() throws IOException {
        startAndStop(dataDir);
        var passwords = PostgresHome.in(dataDir).passwordsFile();
        var aside = passwords.resolveSibling("kept elsewhere");
        Files.move(passwords, aside);
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("bring back " + passwords);
        } finally {
            Files.move(aside, passwords);
        }
        startAndStop(dataDir);
    }

    @Test
    void theClusterOfAnotherMajorVersionIsLeftAlone() throws IOException {
        startAndStop(dataDir);
        var version = PostgresHome.in(dataDir).cluster().resolve("PG_VERSION");
        var own = Files.readString(version);
        Files.writeString(version, "9\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("PostgreSQL 9, and this Lajur brings PostgreSQL 18");
        } finally {
            Files.writeString(version, own);
        }
        startAndStop(dataDir);
    }

    @Test
    void aServerThatCannotStartSaysWhy() throws IOException {
        startAndStop(dataDir);
        var rules = PostgresHome.in(dataDir).cluster().resolve("pg_hba.conf");
        var own = Files.readString(rules);
        Files.writeString(rules, "nonsense\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("could not load")
                    .hasMessageContaining("pg_hba.conf");
        } finally {
            Files.writeString(rules, own);
        }
        startAndStop(dataDir);
    }

    private static Duration startAndStop(Path directory) {
        var began = Instant.now();
        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(postgres.port()).isPositive();
            return Duration.between(began, Instant.now());
        }
    }

    private static void killAndAwait(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().until(() -> PostgresProcesses.program(pid).isEmpty());
    }

    private static Connection asOwner(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.OWNER, postgres.ownerPassword());
    }

    private static Connection asApp(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.APP, postgres.appPassword());
    }

    private static void keepARow(EmbeddedPostgres postgres, String text) throws SQLException {
        try (var owner = asOwner(postgres)) {
            execute(owner, "create table if not exists row_to_keep (text text)");
            execute(owner, "insert into row_to_keep values ('" + text + "')");
        }
    }

    private static void assertThatTheRowIsKept(EmbeddedPostgres postgres, String text) throws SQLException {
        try (var owner = asOwner(postgres)) {
            assertThat(value(owner, "select count(*) from row_to_keep where text = '" + text + "'"))
                    .isEqualTo("1");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static boolean has(Path directory, String part) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.anyMatch(child -> child.getFileName().toString().contains(part));
        }
    }
}
