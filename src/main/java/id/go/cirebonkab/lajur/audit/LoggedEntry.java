package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.shared.Times;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** An entry as the database keeps it; {@code at} is system time, to the microsecond. */
record LoggedEntry(
        long id,
        Instant at,
        @Nullable Long accountId,
        String who,
        String deed,
        String kind,
        @Nullable String subject,
        @Nullable String detail,
        @Nullable String address) {

    static final String COLUMNS = "id, at, account_id, who, deed, kind, subject, detail, address";

    static LoggedEntry of(ResultSet row, int number) throws SQLException {
        return new LoggedEntry(
                row.getLong("id"),
                Times.instant(row, "at"),
                row.getObject("account_id", Long.class),
                row.getString("who"),
                row.getString("deed"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("address"));
    }

    /**
     * SHA-256 of the entry's canonical form: id and microseconds since 1970 as eight bytes each, then every other field as
     * its length in four bytes and its UTF-8 bytes, the length -1 standing for none. Big-endian; no two entries share it.
     */
    byte[] digest() {
        var bytes = new ByteArrayOutputStream(160);
        try (var canonical = new DataOutputStream(bytes)) {
            canonical.writeLong(id);
            canonical.writeLong(micros(at));
            put(canonical, accountId == null ? null : accountId.toString());
            put(canonical, who);
            put(canonical, deed);
            put(canonical, kind);
            put(canonical, subject);
            put(canonical, detail);
            put(canonical, address);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return Sha256.digest().digest(bytes.toByteArray());
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static void put(DataOutputStream canonical, @Nullable String field) throws IOException {
        if (field == null) {
            canonical.writeInt(-1);
            return;
        }
        var utf8 = field.getBytes(StandardCharsets.UTF_8);
        canonical.writeInt(utf8.length);
        canonical.write(utf8);
    }
}
