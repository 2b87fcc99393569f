package id.go.cirebonkab.lajur.platform;

import id.go.cirebonkab.lajur.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
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

    /** Writes itself out, so that it is nowhere as a whole. */
    public interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    /** Keeps a file in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Kept keep(String name, String contentType, InputStream content) throws IOException {
        return keep(name, contentType, content::transferTo);
    }

    /** Likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Kept keep(String name, String contentType, Content content) throws IOException {
        var id = UUID.randomUUID();
        jdbc.sql("insert into file (id, name, content_type, size, sha256) values (?, ?, ?, 0, '')")
                .params(id, name, contentType)
                .update();
        var chunks = new Chunks(id);
        content.writeTo(chunks);
        chunks.close();
        var hash = Sha256.hex(chunks.digest.digest());
        jdbc.sql("update file set size = ?, sha256 = ? where id = ?")
                .params(chunks.size, hash, id)
                .update();
        return new Kept(id, name, contentType, chunks.size, hash);
    }

    /** Cuts what is written to it into chunks. */
    private class Chunks extends OutputStream {

        private final UUID file;
        private final MessageDigest digest = Sha256.digest();
        private final byte[] buffer = new byte[CHUNK];
        private int filled;
        private int position;
        private long size;

        Chunks(UUID file) {
            this.file = file;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            for (int at = from; at < from + count; ) {
                int fits = Math.min(CHUNK - filled, from + count - at);
                System.arraycopy(bytes, at, buffer, filled, fits);
                filled += fits;
                at += fits;
                if (filled == CHUNK) {
                    store();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                store();
            }
        }

        private void store() {
            digest.update(buffer, 0, filled);
            size += filled;
            jdbc.sql("insert into file_chunk (file_id, position, content) values (?, ?, ?)")
                    .params(file, position++, filled == CHUNK ? buffer : Arrays.copyOf(buffer, filled))
                    .update();
            filled = 0;
        }
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
