package id.go.cirebonkab.lajur.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps every other process, and a second use in this one, out of a directory until it is closed or the process ends. */
final class DirectoryLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DirectoryLock.class);

    /** To close a second channel of the file would give up this process's lock, so no second one is ever opened. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    /** @throws EmbeddedPostgresException if somebody else holds it */
    static DirectoryLock take(Path file) throws IOException {
        if (!HELD_HERE.add(file)) {
            throw occupied(file, "this very process");
        }
        try {
            return new DirectoryLock(file);
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private DirectoryLock(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw occupied(file, "process " + Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw occupied(file, "this very process");
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            log.warn("{} cannot be closed: {}", file, e.toString());
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static EmbeddedPostgresException occupied(Path file, String holder) {
        return new EmbeddedPostgresException(
                "Another Lajur (%s) already works in %s. Stop it first, or give this one a data directory of its own with lajur.data-dir."
                        .formatted(holder, file.getParent()));
    }
}
