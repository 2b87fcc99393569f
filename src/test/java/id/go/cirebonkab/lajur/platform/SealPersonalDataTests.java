package id.go.cirebonkab.lajur.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database from the time before there were keys. */
class SealPersonalDataTests {

    private static final UUID FILE = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.fresh();
    private final MasterKeys masters = MasterKeys.of(TestDatabase.PRIVACY_KEY);
    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource(database.url(), TestDatabase.OWNER, database.ownerPassword()));

    @Test
    void whatStoodOpenIsSealedAndReadAsBefore() throws Exception {
        flyway().target("14").load().migrate();
        jdbc.sql("""
                        insert into complaint (tracking_id, state, round, version, title, content, redacted_title,
                            redacted_content, classification, classified, anonymous, secret, reporter_name, received_at,
                            queued_at, state_since)
                        values (7, 'RELAYED', 1, 1, 'Lampu', 'Padam.', 'Lampu', 'Padam.', 'NON_PENGAWASAN', true, false,
                            false, 'Siti Aminah', 'epoch', 'epoch', 'epoch')""").update();
        jdbc.sql("""
                        insert into delivery (tracking_id, kind, body, body_sha256, secret, status, created_at, next_attempt_at)
                        values (7, 'FOLLOW_UP', 'Sudah menyala.', '', false, 'ACCEPTED', 'epoch', 'epoch')""").update();
        jdbc.sql("insert into file (id, name, content_type, size, sha256) values (?, 'pesan', 'x/y', 6, '')")
                .params(FILE)
                .update();
        jdbc.sql("insert into file_chunk (file_id, position, content) values (?, 0, ?), (?, 1, ?)")
                .params(FILE, "Nama: ".getBytes(UTF_8), FILE, "Siti".getBytes(UTF_8))
                .update();
        jdbc.sql("""
                        insert into raw_message (id, channel, file_id, sha256, arrived_at, received_at, status, tracking_id)
                        values (?, 'MANUAL', ?, '', 'epoch', 'epoch', 'READ', 7)""").params(UUID.randomUUID(), FILE).update();

        flyway().javaMigrations(new V15__SealPersonalData(masters, Clock.systemUTC()))
                .load()
                .migrate();

        var vault = new Vault(jdbc, masters, Clock.systemUTC());
        record Sealed(UUID keyId, byte[] reporter, byte[] sealedBody) {}
        var row = jdbc.sql("select key_id, reporter, sealed_body from complaint join delivery using (tracking_id)")
                .query(Sealed.class)
                .single();
        var key = vault.find(row.keyId()).orElseThrow();
        assertThat(key.openText("reporter", row.reporter())).isEqualTo("Siti Aminah");
        assertThat(key.openText("delivery", row.sealedBody())).isEqualTo("Sudah menyala.");
        var message = new ByteArrayOutputStream();
        new Files(jdbc, vault).copy(FILE, message);
        assertThat(message).hasToString("Nama: Siti");
        assertThat(jdbc.sql("select count(*) from file_chunk where content = ?")
                        .params("Siti".getBytes(UTF_8))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from data_key where owner = 7")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("""
                                select count(*) from information_schema.columns
                                where (table_name, column_name) in (('complaint', 'reporter_name'), ('delivery', 'body'))""").query(Long.class).single()).isZero();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database.url(), TestDatabase.OWNER, database.ownerPassword())
                .placeholders(Map.of("app_role", TestDatabase.APP, "sla_day", "WORKING"));
    }
}
