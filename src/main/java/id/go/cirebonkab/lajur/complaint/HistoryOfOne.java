package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.audit.ComplaintRecords;
import id.go.cirebonkab.lajur.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history without its remarks, for who must account for a complaint and may not read it. Times are domain times. */
@Repository
class HistoryOfOne implements ComplaintRecords {

    private final JdbcClient jdbc;

    HistoryOfOne(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Change> changes(long trackingId) {
        return jdbc.sql("""
                        select happened_at, actor_id, actor_name, verb, detail from history
                        where tracking_id = ? order by id desc""").params(trackingId).query(HistoryOfOne::change).list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        var detail = row.getString("detail");
        return new Change(
                Times.instant(row, "happened_at"),
                row.getObject("actor_id", Long.class),
                row.getString("actor_name"),
                "verb." + row.getString("verb"),
                detail == null ? null : "detail." + detail);
    }
}
