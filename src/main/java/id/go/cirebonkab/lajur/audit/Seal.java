package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.shared.Times;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One link of the chain, as the database keeps it. The arrays are never changed.
 *
 * @param sealedAt system time
 * @param entryHashes 32 bytes for each of {@code entryIds}, in the same order
 * @param previous the hash of the seal before
 */
record Seal(long id, Instant sealedAt, Long[] entryIds, byte[] entryHashes, byte[] previous, byte[] hash) {

    static final String COLUMNS = "id, sealed_at, entry_ids, entry_hashes, previous, hash";

    /** What the first seal has before it. */
    static final byte[] NOTHING = new byte[Sha256.digest().getDigestLength()];

    static Seal on(byte[] previous, long id, Instant sealedAt, List<LoggedEntry> entries) {
        var ids = entries.stream().map(LoggedEntry::id).toArray(Long[]::new);
        var hashes = ByteBuffer.allocate(entries.size() * NOTHING.length);
        entries.forEach(entry -> hashes.put(entry.digest()));
        return new Seal(id, sealedAt, ids, hashes.array(), previous, hash(previous, id, sealedAt, ids, hashes.array()));
    }

    static Seal of(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("id"),
                Times.instant(row, "sealed_at"),
                (Long[]) row.getArray("entry_ids").getArray(),
                row.getBytes("entry_hashes"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    /** SHA-256 over the hash before, the seal's number, its time in microseconds, the ids, and the entries' digests. */
    private static byte[] hash(byte[] previous, long id, Instant sealedAt, Long[] ids, byte[] entryHashes) {
        var numbers = ByteBuffer.allocate(Long.BYTES * (3 + ids.length))
                .putLong(id)
                .putLong(LoggedEntry.micros(sealedAt))
                .putLong(ids.length);
        Arrays.stream(ids).forEach(numbers::putLong);
        var digest = Sha256.digest();
        digest.update(previous);
        digest.update(numbers.array());
        return digest.digest(entryHashes);
    }

    boolean isWhole() {
        return Arrays.equals(hash, hash(previous, id, sealedAt, entryIds, entryHashes));
    }

    boolean follows(byte[] before) {
        return Arrays.equals(previous, before);
    }

    boolean holds(int position, LoggedEntry entry) {
        var from = position * NOTHING.length;
        return from + NOTHING.length <= entryHashes.length
                && Arrays.equals(entryHashes, from, from + NOTHING.length, entry.digest(), 0, NOTHING.length);
    }

    public String hex() {
        return Sha256.hex(hash);
    }
}
