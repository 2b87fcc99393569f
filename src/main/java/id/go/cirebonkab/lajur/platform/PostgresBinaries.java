package id.go.cirebonkab.lajur.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of PostgreSQL, unpacked once from the archive on the classpath into a directory named after its hash. */
record PostgresBinaries(Path directory) {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String PREFIX = "bin-";
    private static final int HASH_DIGITS = 16;

    /** @throws EmbeddedPostgresException if the classpath has no archive for this machine */
    static PostgresBinaries unpackedIn(PostgresHome home) throws IOException {
        var archive = archiveOfThisMachine();
        var directory = home.path().resolve(PREFIX + hash(archive));
        if (Files.notExists(directory)) {
            log.info("Unpacking PostgreSQL into {}", directory);
            var aside = home.aside("bin");
            unpack(archive, aside);
            PostgresHome.moveInto(aside, directory);
        }
        return new PostgresBinaries(directory);
    }

    /** Removes what earlier versions of Lajur unpacked. */
    static void removeOthers(PostgresHome home, PostgresBinaries current) throws IOException {
        List<Path> others;
        try (var children = Files.list(home.path())) {
            others = children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .filter(child -> !child.equals(current.directory()))
                    .toList();
        }
        others.forEach(PostgresHome::deleteTree);
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static String archiveOfThisMachine() {
        var machine = System.getProperty("os.arch");
        var archive = switch (machine) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64" -> "/postgres-linux-arm_64.txz";
            default -> "/postgres-linux-" + machine + ".txz";
        };
        if (PostgresBinaries.class.getResource(archive) == null) {
            throw new EmbeddedPostgresException("This Lajur was built without a PostgreSQL for " + machine
                    + ". Build it on such a machine, or set spring.datasource.url to a PostgreSQL 15 or later.");
        }
        return archive;
    }

    private static InputStream open(String archive) {
        var stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new EmbeddedPostgresException(archive + " has gone from the classpath");
        }
        return stream;
    }

    private static String hash(String archive) throws IOException {
        try (var stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(entry.getName() + " would be unpacked outside of its directory");
                }
                Files.createDirectories(path.getParent());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    unpackFile(tar, entry, path);
                }
            }
        }
    }

    /** On the disk before the directory gets its name: a power cut leaves no program empty. */
    private static void unpackFile(InputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            tar.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        var isProgram = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
