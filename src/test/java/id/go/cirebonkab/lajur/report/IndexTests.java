package id.go.cirebonkab.lajur.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** With years behind it, no page of this room reads a whole table. */
@OwnDatabase
@SpringBootTest(classes = Story.Rooms.class, webEnvironment = WebEnvironment.NONE)
class IndexTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private Story story;

    @Autowired
    private DataSource dataSource;

    @Test
    void everyQueryOfAPageGoesByAnIndex() throws SQLException {
        story.beginsAt("2026-11-23T09:00");
        for (var more = 0; more < 30; more++) {
            story.complaintForwardedTo("dputr");
        }
        story.goesOnAt("2026-11-25T09:00");
        story.yearsHaveGoneBy();
        try (var connection = dataSource.getConnection()) {
            var one = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var before = wholeTableReads(one);

            new Dashboards(one).of(Scope.of(Story.ADMIN), TODAY);
            new Dashboards(one).of(Scope.of(Story.officerOf("dputr")), TODAY);
            new PublicFigures(one).upTo(TODAY);

            assertThat(wholeTableReads(one)).isEqualTo(before);
            one.sql("select count(skipped) from clock").query(Long.class).single();
            assertThat(wholeTableReads(one)).isNotEqualTo(before);
        }
    }

    private static Map<String, Long> wholeTableReads(JdbcClient jdbc) {
        jdbc.sql("select pg_stat_force_next_flush()::text").query(String.class).single();
        var reads = new TreeMap<String, Long>();
        jdbc.sql("""
                        select relname, seq_scan from pg_stat_user_tables
                        where relname in ('clock', 'complaint', 'complaint_access', 'figure')""")
                .query((row, number) -> reads.put(row.getString("relname"), row.getLong("seq_scan")))
                .list();
        return reads;
    }
}
