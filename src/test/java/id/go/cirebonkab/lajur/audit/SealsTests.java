package id.go.cirebonkab.lajur.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.cirebonkab.lajur.audit.Verdict.Fault;
import id.go.cirebonkab.lajur.audit.Verdict.Finding;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.TestDatabase;
import id.go.cirebonkab.lajur.support.Together;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The log only grows, every entry gets into the chain, and whatever is done to it afterwards is found. */
class SealsTests {

    private static final List<String> CHANGES = List.of(
            "update audit_entry set who = 'Orang lain'",
            "delete from audit_entry",
            "truncate audit_entry",
            "update audit_seal set upto = 0",
            "delete from audit_seal",
            "truncate audit_seal");

    private static TestDatabase database;
    private static DriverManagerDataSource application;
    private static JdbcClient jdbc;

    private final StandingClock clock = new StandingClock();
    private final Seals seals = new Seals(jdbc, new JdbcTransactionManager(application), clock);
    private final Verification verification = new Verification(jdbc, seals, clock);
    private final AuditLog log = new WrittenLog(jdbc, clock);

    @BeforeAll
    static void aDatabase() {
        database = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(database.url(), TestDatabase.OWNER, database.ownerPassword())
                .placeholders(Map.of("app_role", TestDatabase.APP, "sla_day", "WORKING"))
                .load()
                .migrate();
        application = new DriverManagerDataSource(database.url(), TestDatabase.APP, database.appPassword());
        jdbc = JdbcClient.create(application);
    }

    @BeforeEach
    void anEmptyLog() throws SQLException {
        tamper("truncate audit_entry, audit_seal restart identity");
    }

    @AfterEach
    void theZoneOfTheMachine() {
        TimeZone.setDefault(null);
    }

    @Test
    void theApplicationCannotChangeTheLog() {
        write(1);
        for (var change : CHANGES) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void notEvenTheOwnerChangesTheLogUnawares() throws SQLException {
        write(1);
        seals.sealNew();
        try (var owner = database.asOwner();
                var statement = owner.createStatement()) {
            for (var change : CHANGES) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("only grows");
            }
        }
    }

    @Test
    void anUntouchedLogIsWhole() {
        write(3);
        seals.sealNew();
        write(2);

        var verdict = verification.verify(null);

        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.seals()).isEqualTo(2);
        assertThat(verdict.entries()).isEqualTo(5);
    }

    @Test
    void anEmptyLogIsWhole() {
        assertThat(verification.verify(null).isWhole()).isTrue();
    }

    @Test
    void manyEntriesAreSealedInBatches() {
        jdbc.sql("""
                        insert into audit_entry (at, who, deed, kind)
                        select timestamptz '2026-11-23 02:00:00Z', 'Admin', 'READ_CASE', 'complaint' from generate_series(1, ?)""").params(2 * Seals.AT_ONCE + 1).update();

        assertThat(seals.sealNew()).isEqualTo(2 * Seals.AT_ONCE + 1);
        assertThat(seals.newest().orElseThrow().id()).isEqualTo(3);
        assertThat(verification.verify(null).isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who = 'Orang lain'",
                "at = at + interval '1 microsecond'",
                "account_id = 8",
                "account_id = null",
                "deed = 'READ_FILE'",
                "kind = 'file'",
                "subject = subject || '0'",
                "subject = null",
                "detail = ''",
                "address = '10.0.0.1'",
                // The same letters in other fields.
                "kind = 'complaint1916402', subject = ''"
            })
    void aChangedEntryIsFound(String change) throws SQLException {
        write(3);
        seals.sealNew();
        write(1);
        seals.sealNew();
        tamper("update audit_entry set " + change + " where id = 2");

        var verdict = verification.verify(null);

        assertThat(verdict.findings()).containsExactly(new Finding(Fault.ENTRY_CHANGED, 1L, 2L));
        assertThat(verdict.firstBadSeal()).isEqualTo(1);
    }

    @Test
    void aRemovedEntryIsFound() throws SQLException {
        write(3);
        seals.sealNew();
        tamper("delete from audit_entry where id = 3");

        assertThat(verification.verify(null).findings()).containsExactly(new Finding(Fault.ENTRY_REMOVED, 1L, 3L));
    }

    @Test
    void aRemovedSealIsFound() throws SQLException {
        for (var seal = 1; seal <= 4; seal++) {
            write(1);
            seals.sealNew();
        }
        clock.forward(Duration.ofHours(26));
        tamper("delete from audit_seal where id = 2");

        assertThat(verification.verify(null).findings())
                .containsExactly(
                        new Finding(Fault.SEAL_REMOVED, 3L, null), new Finding(Fault.ENTRY_UNSEALED, null, 2L));
    }

    @Test
    void aSealThatWasMadeAnewIsFoundByTheOneAfterIt() throws SQLException {
        for (var seal = 1; seal <= 3; seal++) {
            write(1);
            seals.sealNew();
        }
        var second = jdbc.sql("select " + Seal.COLUMNS + " from audit_seal where id = 2")
                .query(Seal::of)
                .single();
        tamper("update audit_entry set who = 'Orang lain' where id = 2");
        var forged = Seal.on(
                second.previous(),
                2,
                second.sealedAt(),
                jdbc.sql("select " + LoggedEntry.COLUMNS + " from audit_entry where id = 2")
                        .query(LoggedEntry::of)
                        .list());
        tamper("update audit_seal set entry_hashes = '\\x%s', hash = '\\x%s' where id = 2"
                .formatted(hex(forged.entryHashes()), forged.hex()));

        assertThat(verification.verify(null).findings()).containsExactly(new Finding(Fault.SEAL_DETACHED, 3L, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed_at = sealed_at + interval '1 microsecond'",
                "entry_ids = '{2,1}'",
                "entry_hashes = set_byte(entry_hashes, 0, (get_byte(entry_hashes, 0) + 1) % 256)"
            })
    void aChangedSealIsFound(String change) throws SQLException {
        write(2);
        seals.sealNew();
        tamper("update audit_seal set " + change);

        var verdict = verification.verify(null);

        assertThat(verdict.findings()).contains(new Finding(Fault.SEAL_CHANGED, 1L, null));
        assertThat(verdict.firstBadSeal()).isEqualTo(1);
    }

    @Test
    void anEntryPutIntoThePastIsFound() throws SQLException {
        write(2);
        seals.sealNew();
        clock.forward(Duration.ofHours(3));
        write(1);
        seals.sealNew();
        tamper("""
                insert into audit_entry (at, who, deed, kind)
                values (timestamptz '2026-11-23 03:00:00Z', 'Admin', 'READ_CASE', 'complaint')""");

        assertThat(verification.verify(null).findings()).containsExactly(new Finding(Fault.ENTRY_BACKDATED, 3L, 4L));
    }

    @Test
    void anEntryThatWasNeverSealedIsFound() throws SQLException {
        write(2);
        tamper("select nextval('audit_entry_id_seq')");
        write(1);
        seals.sealNew();
        clock.forward(Duration.ofDays(2));
        tamper("""
                insert into audit_entry (id, at, who, deed, kind) overriding system value
                values (3, timestamptz '2026-11-23 02:00:00Z', 'Admin', 'READ_CASE', 'complaint')""");

        assertThat(verification.verify(null).findings()).containsExactly(new Finding(Fault.ENTRY_UNSEALED, null, 3L));
    }

    @Test
    void anEndCutOffIsFoundByWhoNotedTheNewestHash() throws SQLException {
        write(1);
        seals.sealNew();
        write(1);
        seals.sealNew();
        var noted = seals.newest().orElseThrow().hex();
        assertThat(verification.verify(noted).isWhole()).isTrue();
        assertThat(verification.verify(noted.toUpperCase()).isWhole()).isTrue();
        tamper("delete from audit_seal where id = 2");
        tamper("delete from audit_entry where id = 2");

        assertThat(verification.verify(null).isWhole()).isTrue();
        assertThat(verification.verify(noted).findings()).containsExactly(new Finding(Fault.NOTED_UNKNOWN, null, null));
        assertThat(verification.verify("bukan").isWhole()).isFalse();
    }

    @Test
    void anEntryThatIsCommittedLateIsSealedAllTheSame() throws SQLException {
        try (var slow = database.asApp();
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("""
                    insert into audit_entry (at, who, deed, kind)
                    values (timestamptz '2026-11-23 02:00:00Z', 'Admin', 'SIGNED_IN', 'account')""");
            write(2);
            assertThat(seals.sealNew()).isEqualTo(2);
            slow.commit();
        }
        write(1);
        assertThat(seals.sealNew()).isEqualTo(1);

        assertThat(seals.sealLate()).isEqualTo(1);
        assertThat(seals.sealLate()).isZero();
        assertThat(verification.verify(null).entries()).isEqualTo(4);
        assertThat(verification.verify(null).isWhole()).isTrue();
    }

    @Test
    void manyNodesMakeOneChain() throws Exception {
        write(200);
        assertThat(Together.all(seals::sealNew, seals::sealNew, seals::sealNew, seals::sealNew))
                .allMatch(Integer.class::isInstance);
        seals.sealNew();

        var verdict = verification.verify(null);
        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.entries()).isEqualTo(200);
    }

    @Test
    void theChainDependsOnNoZone() {
        write(3);
        seals.sealNew();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

        assertThat(verification.verify(null).isWhole()).isTrue();
    }

    /** Pinned: a chain of years must be verifiable by every version to come. */
    @Test
    void theCanonicalFormStays() {
        var entry = new LoggedEntry(
                7, clock.instant(), 3L, "Siti Ñ", "READ_CASE", "complaint", "1916401", null, "127.0.0.1");
        assertThat(hex(entry.digest())).isEqualTo("0f57e16bd2d842d92cf704d052ef86a2d71d8fc6d387c89272354a13640aff52");
        assertThat(Seal.on(Seal.NOTHING, 1, clock.instant(), List.of(entry)).hex())
                .isEqualTo("33791c5867d5415dce15402832ee38274f8651665a52d0ca4c85b41e3d38da35");
    }

    private void write(int count) {
        for (var more = 0; more < count; more++) {
            log.write(new Entry(3L, "Admin", Deed.READ_CASE, "complaint", "1916402", null));
        }
    }

    /** As who has the database in hand and knows of the trigger. */
    private static void tamper(String statement) throws SQLException {
        try (var owner = database.asOwner();
                var all = owner.createStatement()) {
            for (var table : List.of("audit_entry", "audit_seal")) {
                all.execute("alter table " + table + " disable trigger the_log_only_grows");
            }
            all.execute(statement);
            for (var table : List.of("audit_entry", "audit_seal")) {
                all.execute("alter table " + table + " enable trigger the_log_only_grows");
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
