package id.go.cirebonkab.lajur.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** With many entries, no search and no report reads the whole log. */
class LogIndexTests {

    private static final Instant FROM = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void everySearchGoesByAnIndex() throws SQLException {
        var database = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(database.url(), TestDatabase.OWNER, database.ownerPassword())
                .placeholders(Map.of("app_role", TestDatabase.APP, "sla_day", "WORKING"))
                .load()
                .migrate();
        try (var owner = database.asOwner()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            jdbc.sql("""
                            insert into audit_entry (at, account_id, who, deed, kind, subject, address)
                            select timestamptz '2026-11-01 00:00Z' + n * interval '1 minute', 1 + n % 40, 'Akun ' || n % 40,
                                   case when n % 50 = 0 then 'EXPORTED' else 'READ_CASE' end, 'complaint',
                                   (1916000 + n % 5000)::text, '10.0.0.' || n % 200
                            from generate_series(1, 50000) n""").update();
            jdbc.sql("analyze audit_entry").update();
            var queries = new LogQueries(jdbc);
            var report = new IncidentReport(jdbc);
            var before = wholeLogReads(jdbc);

            for (var search : List.of(
                    search(List.of(), Set.of(), null, null, null),
                    search(List.of(5L), Set.of(), null, null, null),
                    search(List.of(), Set.of(Deed.EXPORTED), null, null, null),
                    search(List.of(5L), Set.of(Deed.EXPORTED), null, null, null),
                    search(List.of(), Set.of(), "complaint", "1916401", null),
                    search(List.of(), Set.of(), null, null, FROM),
                    search(List.of(5L), Set.of(Deed.READ_CASE), "complaint", "1916401", FROM))) {
                var first = queries.page(search, null);
                queries.page(search, first.next() == null ? "1-1" : first.next());
            }
            assertThat(queries.accounts()).hasSize(40);
            for (var incident : List.of(
                    new Incident(List.of(5L), null, FROM, TO, TO),
                    new Incident(List.of(5L, 6L), null, FROM, TO, TO),
                    new Incident(List.of(), "10.0.0.7", FROM, TO, TO))) {
                report.sum(incident);
                report.readers(incident);
                report.subjects(incident);
            }

            assertThat(wholeLogReads(jdbc)).isEqualTo(before);
            jdbc.sql("select count(detail) from audit_entry").query(Long.class).single();
            assertThat(wholeLogReads(jdbc)).isNotEqualTo(before);
        }
    }

    private static LogSearch search(List<Long> accounts, Set<Deed> deeds, String kind, String subject, Instant from) {
        return new LogSearch(accounts, deeds, kind, subject, null, from, from == null ? null : TO);
    }

    private static long wholeLogReads(JdbcClient jdbc) {
        jdbc.sql("select pg_stat_force_next_flush()::text").query(String.class).single();
        return jdbc.sql("select seq_scan from pg_stat_user_tables where relname = 'audit_entry'")
                .query(Long.class)
                .single();
    }
}
