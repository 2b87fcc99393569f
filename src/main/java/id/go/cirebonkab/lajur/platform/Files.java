package id.go.cirebonkab.lajur.platform;

import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files kept in the database in chunks of at most 256 KiB, so that one backup is the whole and no file fills memory. Each is
 * sealed with a key of its own.
 */
@Component
public class Files {

    /** In bytes, before it is sealed. */
    static final int CHUNK = 256 * 1024;

    private final JdbcClient jdbc;
    private final Vault vault;

    Files(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
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
        var key = vault.newKey(null);
        jdbc.sql("insert into file (id, name, content_type, size, sha256, key_id) values (?, ?, ?, 0, '', ?)")
                .params(id, name, contentType, key.id())
                .update();
        var chunks = new Chunks(id, key);
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
        private final DataKey key;
        private final MessageDigest digest = Sha256.digest();
        private final byte[] buffer = new byte[CHUNK];
        private int filled;
        private int position;
        private long size;

        Chunks(UUID file, DataKey key) {
            this.file = file;
            this.key = key;
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
            var plain = filled == CHUNK ? buffer : Arrays.copyOf(buffer, filled);
            jdbc.sql("insert into file_chunk (file_id, position, content) values (?, ?, ?)")
                    .params(file, position, key.seal(purpose(file, position), plain))
                    .update();
            position++;
            filled = 0;
        }
    }

    /** Takes a file back that turned out not to be needed, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(Kept kept) {
        jdbc.sql("""
                        with gone as (delete from file where id = ? returning key_id)
                        delete from data_key where id in (select key_id from gone)""").params(kept.id()).update();
    }

    /**
     * Writes the content out chunk by chunk.
     *
     * @throws NotVisible when it was erased
     */
    public void copy(UUID id, OutputStream target) throws IOException {
        var key = keyOf(id);
        for (var position = 0; ; position++) {
            var chunk = jdbc.sql("select content from file_chunk where file_id = ? and position = ?")
                    .params(id, position)
                    .query(byte[].class)
                    .optional();
            if (chunk.isEmpty()) {
                return;
            }
            target.write(key.isEmpty() ? chunk.get() : key.get().open(purpose(id, position), chunk.get()));
        }
    }

    /** Empty for a file from the time before there were keys. */
    private Optional<DataKey> keyOf(UUID id) {
        var key = jdbc.sql("select key_id from file where id = ?")
                .params(id)
                .query(Key.class)
                .optional();
        return key.flatMap(row -> Optional.ofNullable(row.keyId()))
                .map(keyId -> vault.find(keyId).orElseThrow(() -> new NotVisible("erased file " + id)));
    }

    private record Key(@Nullable UUID keyId) {}

    /** Of one chunk: none can be put in the place of another. */
    static String purpose(UUID file, int position) {
        return "file " + file + " " + position;
    }
}
