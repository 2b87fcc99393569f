package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.audit.LogQueries.Conditions;
import id.go.cirebonkab.lajur.shared.Times;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was read in an incident, by whom, since when: ids only, never whose they are. */
@Repository
class IncidentReport {

    /** Rows shown on the page; the file holds all. */
    static final int SHOWN = 1_000;

    private final JdbcClient jdbc;

    IncidentReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param complaints how many were read, and so how many reporters are concerned at most
     * @param files how many were read
     * @param identities of how many complaints the reporter was shown
     */
    record Sum(long reads, long complaints, long files, long identities, long exports) {}

    /** Who read, and from where. */
    record Reader(
            @Nullable Long accountId, String who, @Nullable String address, Instant first, Instant last, long reads) {}

    /** What was read. */
    record Subject(
            String kind,
            @Nullable String subject,
            List<String> deeds,
            List<String> files,
            List<String> readers,
            Instant first,
            Instant last,
            long reads) {}

    Sum sum(Incident incident) {
        return of(incident, """
                        select count(*) as reads,
                               count(distinct subject) filter (where kind = 'complaint') as complaints,
                               count(distinct detail) filter (where deed = 'READ_FILE') as files,
                               count(distinct subject) filter (where deed = 'READ_IDENTITY') as identities,
                               count(*) filter (where deed = 'EXPORTED') as exports
                        from audit_entry""", "").query(Sum.class).single();
    }

    List<Reader> readers(Incident incident) {
        return of(incident, """
                        select account_id, who, address, min(at) as first, max(at) as last, count(*) as reads
                        from audit_entry""", "group by account_id, who, address order by first, who limit " + SHOWN)
                .query(Reader.class)
                .list();
    }

    /** In the order in which they were first read; one more than is shown tells that there are more. */
    List<Subject> subjects(Incident incident) {
        return of(incident, """
                        select kind, subject, array_agg(distinct deed) as deeds,
                               coalesce(array_agg(distinct detail) filter (where deed = 'READ_FILE'), '{}') as files,
                               array_agg(distinct who) as readers, min(at) as first, max(at) as last, count(*) as reads
                        from audit_entry""", "group by kind, subject order by first, kind, subject limit " + (SHOWN + 1))
                .query((row, number) -> new Subject(
                        row.getString("kind"),
                        row.getString("subject"),
                        strings(row.getArray("deeds")),
                        strings(row.getArray("files")),
                        strings(row.getArray("readers")),
                        Times.instant(row, "first"),
                        Times.instant(row, "last"),
                        row.getLong("reads")))
                .list();
    }

    private JdbcClient.StatementSpec of(Incident incident, String select, String rest) {
        var conditions = new Conditions(incident.search());
        return jdbc.sql(select + " " + conditions.where() + " " + rest).params(conditions.parameters);
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
