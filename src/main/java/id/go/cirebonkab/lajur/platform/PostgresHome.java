package id.go.cirebonkab.lajur.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies where under {@code <data-dir>/postgres}, and how it gets there whole. */
record PostgresHome(Path path) {

    private static final Logger log = LoggerFactory.getLogger(PostgresHome.class);
    private static final String ASIDE = ".aside-";
    private static final String SETTINGS = "lajur.conf";
    private static final int LAST_LINES = 20;

    static PostgresHome in(Path dataDir) throws IOException {
        var path = dataDir.toAbsolutePath().normalize().resolve("postgres");
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        return new PostgresHome(path.toRealPath());
    }

    Path lockFile() {
        return path.resolve("lock");
    }

    Path passwordsFile() {
        return path.resolve("passwords.properties");
    }

    Path cluster() {
        return path.resolve("cluster");
    }

    Path logs() {
        return path.resolve("log");
    }

    Path startLog() {
        return path.resolve("start.log");
    }

    Path postmasterFile() {
        return cluster().resolve("postmaster.pid");
    }

    boolean hasCluster() {
        return Files.exists(cluster());
    }

    /** The major version that made the cluster, such as {@code 18}. */
    String clusterVersion() throws IOException {
        return Files.readString(cluster().resolve("PG_VERSION")).strip();
    }

    /** A name for something that is being made; what a killed process left under such a name is swept away. */
    Path aside(String name) {
        return path.resolve(name + ASIDE + UUID.randomUUID());
    }

    void sweep() throws IOException {
        List<Path> leftovers;
        try (var children = Files.list(path)) {
            leftovers = children.filter(child -> child.getFileName().toString().contains(ASIDE))
                    .toList();
        }
        leftovers.forEach(PostgresHome::deleteTree);
    }

    OptionalInt lastPort() throws IOException {
        var settings = cluster().resolve(SETTINGS);
        if (Files.notExists(settings)) {
            return OptionalInt.empty();
        }
        try (var lines = Files.lines(settings)) {
            return lines.filter(line -> line.matches("port = [0-9]{1,5}"))
                    .mapToInt(line -> Integer.parseInt(line.substring("port = ".length())))
                    .findFirst();
        }
    }

    /** Who may come in (from this machine, with a password) and the place of the settings, in a cluster being made. */
    void writeOwnRules(Path newCluster) throws IOException {
        writePrivately(newCluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        var settings = newCluster.resolve("postgresql.conf");
        writePrivately(settings, Files.readString(settings) + "\ninclude_if_exists '" + SETTINGS + "'\n");
    }

    /** Written anew at each start, so that a newer Lajur brings newer settings; {@code alter system} wins over them. */
    void writeSettings(int port) throws IOException {
        Files.createDirectories(logs());
        writePrivately(cluster().resolve(SETTINGS), """
                # Written by Lajur at each start. Own settings: alter system.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                password_encryption = 'scram-sha-256'
                shared_buffers = '128MB'
                fsync = on
                full_page_writes = on
                synchronous_commit = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                """.formatted(port));
    }

    /** To be called only when nobody works in the cluster. PostgreSQL itself still guards the shared memory. */
    void removeStalePostmasterFile() throws IOException {
        if (Files.deleteIfExists(postmasterFile())) {
            log.info("PostgreSQL did not end by itself the last time: it will recover what was committed");
        }
    }

    /** The end of what the server wrote last. */
    String lastWords() throws IOException {
        return lastLines(startLog()) + lastLines(newestLog());
    }

    private @Nullable Path newestLog() throws IOException {
        if (Files.notExists(logs())) {
            return null;
        }
        try (var files = Files.list(logs())) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElse(null);
        }
    }

    private static String lastLines(@Nullable Path file) throws IOException {
        if (file == null || Files.notExists(file)) {
            return "";
        }
        var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return file + ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                + "\n";
    }

    /** Writes a file that only its owner can read; it holds the old text or the new, even after a power cut. */
    static void writePrivately(Path file, String text) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ASIDE + UUID.randomUUID());
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(aside, onlyOwner);
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        moveInto(aside, file);
    }

    static void moveInto(Path aside, Path target) throws IOException {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        force(target.getParent());
    }

    static void force(Path fileOrDirectory) throws IOException {
        try (var channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes as far as it goes; what a still running leftover process writes meanwhile is swept the next time. */
    static void deleteTree(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            log.debug("{} is gone already", root);
        } catch (IOException e) {
            log.warn("{} cannot be removed now: {}", root, e.toString());
        }
    }
}
