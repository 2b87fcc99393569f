package id.go.cirebonkab.lajur.platform;

import id.go.cirebonkab.lajur.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files kept in the database in chunks of at most 256 KiB, so that one backup is the whole and no file fills memory. */
@Component
public class Files {

    /** In bytes. */
    static final int CHUNK = 256 * 1024;

    private final JdbcClient jdbc;

    Files(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a kept file; {@code size} in bytes, {@code sha256} in hex. */
    public record Kept(UUID id, String name, String contentType, long size, String sha256) {}

    /** Keeps a file in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Kept keep(String name, String contentType, InputStream content) throws IOException {
        var id = UUID.randomUUID();
        var digest = Sha256.digest();
        jdbc.sql("insert into file (id, name, content_type, size, sha256) values (?, ?, ?, 0, '')")
                .params(id, name, contentType)
                .update();
        var buffer = new byte[CHUNK];
        long size = 0;
        for (var position = 0; ; position++) {
            var read = content.readNBytes(buffer, 0, CHUNK);
            if (read == 0) {
                break;
            }
            digest.update(buffer, 0, read);
            size += read;
            jdbc.sql("insert into file_chunk (file_id, position, content) values (?, ?, ?)")
                    .params(id, position, read == CHUNK ? buffer : Arrays.copyOf(buffer, read))
                    .update();
        }
        var hash = Sha256.hex(digest.digest());
        jdbc.sql("update file set size = ?, sha256 = ? where id = ?")
                .params(size, hash, id)
                .update();
        return new Kept(id, name, contentType, size, hash);
    }

    /** Takes a file back that turned out not to be needed, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(Kept kept) {
        jdbc.sql("delete from file where id = ?").params(kept.id()).update();
    }

    /** Writes the content out chunk by chunk. */
    public void copy(UUID id, OutputStream target) throws IOException {
        for (var position = 0; ; position++) {
            var chunk = jdbc.sql("select content from file_chunk where file_id = ? and position = ?")
                    .params(id, position)
                    .query(byte[].class)
                    .optional();
            if (chunk.isEmpty()) {
                return;
            }
            target.write(chunk.get());
        }
    }
}
