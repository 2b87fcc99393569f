package id.go.cirebonkab.lajur.platform;

import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Seals what was written before there were keys, and drops the columns in which it stood open. */
class V15__SealPersonalData extends BaseJavaMigration {

    private static final int AT_ONCE = 500;

    private final MasterKeys masters;
    private final Clock systemClock;

    V15__SealPersonalData(MasterKeys masters, Clock systemClock) {
        this.masters = masters;
        this.systemClock = systemClock;
    }

    @Override
    public void migrate(Context context) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        jdbc.sql("alter table delivery alter column body drop not null").update();
        while (sealReporters(jdbc) > 0) {}
        while (sealDeliveries(jdbc) > 0) {}
        while (sealMessages(jdbc) > 0) {}
        jdbc.sql("alter table complaint drop column reporter_name").update();
        jdbc.sql("alter table delivery drop column body").update();
        jdbc.sql("alter table delivery alter column sealed_body set not null").update();
    }

    private record Named(long trackingId, String text) {}

    private int sealReporters(JdbcClient jdbc) {
        var rows = jdbc.sql("""
                        select tracking_id, reporter_name as text from complaint
                        where reporter_name is not null limit ?""").params(AT_ONCE).query(Named.class).list();
        for (var row : rows) {
            var key = newKey(jdbc, row.trackingId());
            jdbc.sql("update complaint set key_id = ?, reporter = ?, reporter_name = null where tracking_id = ?")
                    .params(key.id(), key.seal("reporter", row.text()), row.trackingId())
                    .update();
        }
        return rows.size();
    }

    private record Delivered(long id, long trackingId, String body) {}

    private int sealDeliveries(JdbcClient jdbc) {
        var rows = jdbc.sql("""
                        select id, tracking_id, body from delivery where body is not null limit ?""").params(AT_ONCE).query(Delivered.class).list();
        for (var row : rows) {
            var key = keyOf(jdbc, row.trackingId());
            jdbc.sql("update delivery set sealed_body = ?, body = null where id = ?")
                    .params(key.seal("delivery", row.body()), row.id())
                    .update();
        }
        return rows.size();
    }

    private DataKey keyOf(JdbcClient jdbc, long trackingId) {
        return jdbc.sql("""
                        select id, master, wrapped from data_key
                        where id = (select key_id from complaint where tracking_id = ?)""")
                .params(trackingId)
                .query(Vault.Wrapped.class)
                .optional()
                .map(row -> masters.unwrap(row.id(), row.master(), row.wrapped()))
                .orElseGet(() -> {
                    var key = newKey(jdbc, trackingId);
                    jdbc.sql("update complaint set key_id = ? where tracking_id = ?")
                            .params(key.id(), trackingId)
                            .update();
                    return key;
                });
    }

    private record Message(UUID fileId, @Nullable Long trackingId) {}

    private int sealMessages(JdbcClient jdbc) {
        var rows = jdbc.sql("""
                        select m.file_id, m.tracking_id from raw_message m join file f on f.id = m.file_id
                        where f.key_id is null limit ?""").params(AT_ONCE).query(Message.class).list();
        for (var row : rows) {
            var key = newKey(jdbc, row.trackingId());
            jdbc.sql("update file set key_id = ? where id = ?")
                    .params(key.id(), row.fileId())
                    .update();
            for (var position = 0; sealChunk(jdbc, key, row.fileId(), position); position++) {}
        }
        return rows.size();
    }

    private static boolean sealChunk(JdbcClient jdbc, DataKey key, UUID file, int position) {
        var plain = jdbc.sql("select content from file_chunk where file_id = ? and position = ?")
                .params(file, position)
                .query(byte[].class)
                .optional();
        plain.ifPresent(content -> jdbc.sql("update file_chunk set content = ? where file_id = ? and position = ?")
                .params(key.seal(Files.purpose(file, position), content), file, position)
                .update());
        return plain.isPresent();
    }

    private DataKey newKey(JdbcClient jdbc, @Nullable Long owner) {
        var key = new DataKey(UUID.randomUUID(), Sealing.newKey());
        jdbc.sql("insert into data_key (id, owner, master, wrapped, made_at) values (?, ?, ?, ?, ?)")
                .params(key.id(), owner, masters.current(), key.wrappedBy(masters), Times.offset(systemClock.instant()))
                .update();
        return key;
    }
}
