package id.go.cirebonkab.lajur.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that this process starts and stops, as durable as any other: it survives the kill of the process,
 * of itself, or of both, and the next start on the same directory finds every committed row.
 *
 * <p>Under {@code <data-dir>/postgres} lie the unpacked binaries, the cluster, its log, the passwords and the lock that
 * keeps a second process out. The server listens on the loopback interface only and asks everyone for a password. It
 * knows two roles beside its superuser: {@value #OWNER} owns the databases and migrates, {@value #APP} works in them.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String DATABASE = "lajur";
    public static final String OWNER = "lajur_owner";
    public static final String APP = "lajur_app";

    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String HOST = "127.0.0.1";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration ORPHANS_LEAVE_WITHIN = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 5;
    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final PostgresHome home;
    private final DirectoryLock lock;
    private final PostgresPasswords passwords;
    private final PostgresCommands commands;
    private final int port;
    private final Thread watch;
    private boolean closed;

    /**
     * Starts the server of this data directory, or takes over the one that an earlier process left running there. The
     * first start unpacks the binaries and makes the cluster.
     *
     * @throws EmbeddedPostgresException if another process works in the directory, if it holds the cluster of another
     *     major version, or if the server does not come up
     */
    public static EmbeddedPostgres start(Path dataDir) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL runs on Linux only."
                    + " Set spring.datasource.url (and username, password) to a PostgreSQL 15 or later instead.");
        }
        try {
            var home = PostgresHome.in(dataDir);
            var lock = DirectoryLock.take(home.lockFile());
            try {
                return new EmbeddedPostgres(home, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL cannot use " + dataDir + ": " + e, e);
        }
    }

    private EmbeddedPostgres(PostgresHome home, DirectoryLock lock) throws IOException {
        var began = Instant.now();
        this.home = home;
        this.lock = lock;
        home.sweep();
        this.commands = new PostgresCommands(PostgresBinaries.unpackedIn(home), home);
        this.passwords = PostgresPasswords.of(home);
        if (home.hasCluster()) {
            refuseAnotherMajorVersion();
        } else {
            makeCluster();
        }
        this.port = bringUp();
        try {
            makeRolesAndDatabase();
        } catch (SQLException e) {
            stopServer();
            throw new EmbeddedPostgresException("The embedded PostgreSQL refused to make its roles: " + e, e);
        }
        PostgresBinaries.removeOthers(home, commands.binaries());
        this.watch = new Thread(this::watch, "postgres-watch");
        watch.setDaemon(true);
        watch.start();
        log.info(
                "PostgreSQL works in {} on port {}, ready after {} ms",
                home.cluster(),
                port,
                Duration.between(began, Instant.now()).toMillis());
    }

    public int port() {
        return port;
    }

    /** The address of the database {@value #DATABASE}. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The address of a database made with {@link #createDatabase}. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    public String ownerPassword() {
        return passwords.owner();
    }

    public String appPassword() {
        return passwords.app();
    }

    /**
     * Makes one more empty database with the same owner and the same rights.
     *
     * @param name lower-case letters, digits and underscores, at most 63
     * @throws EmbeddedPostgresException if there is such a database already
     * @throws IllegalArgumentException if the name is not one
     */
    public void createDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        try (var connection = superuser()) {
            makeDatabase(connection, name);
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Stops the server ({@code fast}: open transactions are rolled back) and lets go of the directory. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        LockSupport.unpark(watch);
        try {
            stopServer();
        } finally {
            lock.close();
        }
    }

    /** The process of the server, as its own file tells. */
    long pid() {
        return PostmasterFile.of(home).map(PostmasterFile::pid).orElseThrow();
    }

    /** A connection of the superuser to the database {@code postgres}. */
    Connection superuser() throws SQLException {
        return dataSource("postgres", SUPERUSER, passwords.superuser()).getConnection();
    }

    PGSimpleDataSource dataSource(String database, String user, String password) {
        return dataSource(port, database, user, password);
    }

    private static PGSimpleDataSource dataSource(int port, String database, String user, String password) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(port, database));
        dataSource.setUser(user);
        dataSource.setPassword(password);
        dataSource.setConnectTimeout(10);
        dataSource.setLoginTimeout(30);
        return dataSource;
    }

    private void refuseAnotherMajorVersion() throws IOException {
        var kept = home.clusterVersion();
        var brought = commands.majorVersion();
        if (!kept.equals(brought)) {
            throw new EmbeddedPostgresException(
                    "The data in %s is of PostgreSQL %s, and this Lajur brings PostgreSQL %s."
                                    .formatted(home.cluster(), kept, brought)
                            + " Dump it with the Lajur that made it and load the dump into a new data directory.");
        }
    }

    /** Made aside and then renamed: a cluster is there as a whole or not at all. */
    private void makeCluster() throws IOException {
        log.info("Making a PostgreSQL cluster in {}", home.cluster());
        var aside = home.aside("cluster");
        var passwordFile = home.aside("superuser");
        try {
            PostgresHome.writePrivately(passwordFile, passwords.superuser());
            commands.initdb(aside, passwordFile);
            home.writeOwnRules(aside);
            PostgresHome.moveInto(aside, home.cluster());
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private int bringUp() throws IOException {
        for (var attempt = 1; ; attempt++) {
            var running = whoIsReady();
            if (running.isPresent()) {
                if (commands.areOf(running.get().pid())) {
                    log.info("A PostgreSQL of an earlier process still works here: taking it over");
                    return answering(running.get().port());
                }
                log.info("A PostgreSQL of an earlier version of Lajur still works here: stopping it");
                stopServer();
                continue;
            }
            home.removeStalePostmasterFile();
            var free = freePort();
            home.writeSettings(free);
            var outcome = commands.start();
            if (outcome.succeeded()) {
                return answering(free);
            }
            var mayBetterNextTime = !isFree(free)
                    || !PostgresProcesses.workingIn(home.cluster()).isEmpty();
            if (attempt == ATTEMPTS || !mayBetterNextTime) {
                throw new EmbeddedPostgresException(
                        "The embedded PostgreSQL does not start.\n" + outcome.output() + "\n" + home.lastWords());
            }
        }
    }

    /** Waits until the server of this cluster is ready, or until nobody works in the cluster any more. */
    private Optional<PostmasterFile> whoIsReady() {
        var began = Instant.now();
        while (true) {
            var ours = PostgresProcesses.workingIn(home.cluster());
            if (ours.isEmpty()) {
                return Optional.empty();
            }
            var postmaster = PostmasterFile.of(home).filter(file -> ours.contains(file.pid()));
            if (postmaster.filter(PostmasterFile::ready).isPresent()) {
                return postmaster;
            }
            var waited = Duration.between(began, Instant.now());
            if (waited.compareTo(PATIENCE) > 0) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL (processes %s) has been busy in %s for %d minutes without being ready. See its log in %s."
                                .formatted(ours, home.cluster(), PATIENCE.toMinutes(), home.logs()));
            }
            if (postmaster.isEmpty() && waited.compareTo(ORPHANS_LEAVE_WITHIN) > 0) {
                PostgresProcesses.terminate(ours);
            }
            pause();
        }
    }

    /** A server that ends by itself, or is killed, comes back while the application runs, as under any init. */
    private void watch() {
        var pause = WATCH_EVERY;
        while (true) {
            LockSupport.parkNanos(this, pause.toNanos());
            pause = WATCH_EVERY;
            synchronized (this) {
                if (closed) {
                    return;
                }
                try {
                    if (isGone()) {
                        log.error("PostgreSQL in {} has ended by itself: starting it again", home.cluster());
                        bringBack();
                    }
                } catch (IOException | RuntimeException e) {
                    log.error("PostgreSQL in {} does not come back, it will be tried again", home.cluster(), e);
                    pause = PAUSE_AFTER_FAILURE;
                }
            }
        }
    }

    private boolean isGone() {
        return PostmasterFile.of(home)
                .flatMap(file -> PostgresProcesses.program(file.pid()))
                .filter(commands.binaries().program("postgres")::equals)
                .isEmpty();
    }

    private void bringBack() throws IOException {
        var now = bringUp();
        if (now != port) {
            log.error("PostgreSQL is back, but its port {} is taken by somebody else: restart Lajur", port);
        }
    }

    /** The server at this port proves by the scram exchange that it is ours, and by its own word where it works. */
    private int answering(int port) throws IOException {
        try (var connection = dataSource(port, "postgres", SUPERUSER, passwords.superuser())
                        .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            var directory = Path.of(rows.getString(1));
            if (!Files.isSameFile(directory, home.cluster())) {
                throw new EmbeddedPostgresException(
                        "The PostgreSQL on port " + port + " works in " + directory + ", not in " + home.cluster());
            }
            return port;
        } catch (SQLException e) {
            throw new EmbeddedPostgresException(
                    "The PostgreSQL in " + home.cluster() + " does not let Lajur in: " + e.getMessage(), e);
        }
    }

    private void makeRolesAndDatabase() throws SQLException {
        try (var connection = superuser()) {
            makeRole(connection, OWNER, passwords.owner());
            makeRole(connection, APP, passwords.app());
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                makeDatabase(connection, DATABASE);
            } else {
                grantConnect(connection, DATABASE);
            }
            execute(connection, "revoke connect on database postgres, template1 from public");
        }
    }

    private static void makeRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role + " login password '" + password + "'");
        }
    }

    private static void makeDatabase(Connection connection, String name) throws SQLException {
        execute(connection, "create database " + name + " owner " + OWNER);
        grantConnect(connection, name);
    }

    private static void grantConnect(Connection connection, String database) throws SQLException {
        execute(connection, "revoke all on database " + database + " from public");
        execute(connection, "grant connect on database " + database + " to " + APP);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Never trusts the server's file alone: its number may by now belong to a stranger, whom a stop would hit. */
    private void stopServer() {
        var ours = PostgresProcesses.workingIn(home.cluster());
        var postmaster = PostmasterFile.of(home).filter(file -> ours.contains(file.pid()));
        if (postmaster.isEmpty()) {
            log.warn("There is no PostgreSQL to stop in {}: it has ended by itself", home.cluster());
            return;
        }
        var outcome = commands.stop();
        if (!outcome.succeeded()) {
            log.warn("PostgreSQL has not stopped; the next start will take it over. {}", outcome.output());
        }
    }

    private int freePort() throws IOException {
        OptionalInt last = home.lastPort();
        if (last.isPresent() && isFree(last.getAsInt())) {
            return last.getAsInt();
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(HOST, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while waiting for PostgreSQL");
        }
    }
}
