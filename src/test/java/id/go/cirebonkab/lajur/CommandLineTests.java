package id.go.cirebonkab.lajur;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the jar does instead of serving, on a real database, as the role of the application. */
@ExtendWith(OutputCaptureExtension.class)
class CommandLineTests {

    private TestDatabase database;

    @BeforeEach
    void aDatabaseWithALog() throws SQLException {
        database = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(database.url(), TestDatabase.OWNER, database.ownerPassword())
                .placeholders(Map.of("app_role", TestDatabase.APP, "sla_day", "WORKING"))
                .load()
                .migrate();
        asOwner("""
                insert into audit_entry (at, who, deed, kind, subject)
                values (timestamptz '2026-11-23 02:00:00Z', 'Admin', 'READ_CASE', 'complaint', '1916401')""");
    }

    @Test
    void aLogThatIsWholeEndsWithZero(CapturedOutput output) {
        assertThat(verifyAudit(database.url())).isZero();
        assertThat(output.getOut()).contains("Log utuh: 1 segel dengan 1 catatan diperiksa", "Segel terakhir: 1");
    }

    @Test
    void whatWasTamperedWithIsNamed(CapturedOutput output) throws SQLException {
        verifyAudit(database.url());
        asOwner("alter table audit_entry disable trigger the_log_only_grows");
        asOwner("update audit_entry set who = 'Orang lain'");

        assertThat(verifyAudit(database.url())).isEqualTo(1);
        assertThat(output.getOut())
                .contains("Log TIDAK utuh: 1 hal", "Segel pertama yang tidak cocok: 1")
                .contains("- Catatan 1 (segel 1) berubah sejak disegel.");
    }

    @Test
    void aHashThatNobodyKnowsIsNamed(CapturedOutput output) {
        assertThat(verifyAudit(database.url(), "--lajur.audit.noted=" + "0".repeat(64)))
                .isEqualTo(1);
        assertThat(output.getOut()).contains("Sidik yang dicatat bukan sidik segel mana pun");
    }

    @Test
    void whereNothingCanBeSaidItEndsWithTwo(CapturedOutput output) {
        assertThat(verifyAudit(database.url().replaceFirst("/test_\\d+", "/tidak_ada")))
                .isEqualTo(2);
        assertThat(CommandLine.run("lain")).isEqualTo(2);
        assertThat(output.getOut()).contains("Tidak dapat dijalankan", "Perintah tidak dikenal: lain");
    }

    @Test
    void keysAreWrappedByTheNewOne(CapturedOutput output) throws SQLException {
        var newKey = "YmFydSBhcGEgYWRhbnlhLCBiYXJ1IGFwYSBhZGFueWE=";
        var key = UUID.randomUUID();
        asOwner("insert into data_key (id, master, wrapped, made_at) values ('" + key + "', 'lama', '', 'epoch')");

        assertThat(run("rotate-keys", "--lajur.privacy.key=" + newKey)).isEqualTo(2);
        assertThat(output.getOut()).contains("lajur.privacy.key");

        asOwner("delete from data_key");
        assertThat(run("rotate-keys", "--lajur.privacy.key=" + newKey)).isZero();
        assertThat(output.getOut()).contains("dibungkus ulang: 0");
    }

    @Test
    void textsAreMaskedByTheRulesOfToday(CapturedOutput output) throws SQLException {
        asOwner("""
                insert into complaint (tracking_id, title, content, redacted_title, redacted_content, state, round, version,
                    received_at, queued_at, state_since, classification, classified, anonymous, secret)
                values (1, 'Jalan', 'Hubungi 081234567890', 'Jalan', 'Hubungi 081234567890', 'RECEIVED', 1, 0,
                    'epoch', 'epoch', 'epoch', 'NON_PENGAWASAN', false, false, false)""");

        assertThat(run("mask-anew", "--lajur.audit.noted=")).isZero();
        assertThat(output.getOut()).contains("disamarkan ulang: 1 pengaduan, 0 tulisan susulan");
        assertThat(value("select redacted_content from complaint")).doesNotContain("0812");
        assertThat(value("select content from complaint")).isEqualTo("Hubungi 081234567890");

        asOwner("update complaint set erased_at = 'epoch', redacted_content = content");
        assertThat(run("mask-anew", "--lajur.audit.noted=")).isZero();
        assertThat(value("select content from complaint")).doesNotContain("0812");
    }

    private String value(String query) throws SQLException {
        try (var owner = database.asOwner();
                var all = owner.createStatement();
                var row = all.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void onlyWhatIsAskedForIsACommand() {
        assertThat(CommandLine.commandIn("--server.port=1")).isEmpty();
        assertThat(CommandLine.commandIn("--server.port=1", "--lajur.command=verify-audit"))
                .contains("verify-audit");
    }

    private int verifyAudit(String url, String... more) {
        return run("verify-audit", url, more);
    }

    private int run(String command, String more) {
        return run(command, database.url(), more);
    }

    private int run(String command, String url, String... more) {
        var settings = new ArrayList<>(List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + TestDatabase.APP,
                "--spring.datasource.password=" + database.appPassword(),
                // The level would outlive this test.
                "--logging.level.root=info"));
        settings.addAll(List.of(more));
        return CommandLine.run(command, settings.toArray(String[]::new));
    }

    private void asOwner(String statement) throws SQLException {
        try (var owner = database.asOwner();
                var all = owner.createStatement()) {
            all.execute(statement);
        }
    }
}
