package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.audit.ComplaintRecords;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of a complaint: one may have been read in quarantine, before its number was known. */
@Repository
class MessagesOfOne implements ComplaintRecords {

    private final JdbcClient jdbc;

    MessagesOfOne(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Part> parts(long trackingId) {
        return jdbc
                .sql("select id from raw_message where tracking_id = ? order by arrived_at desc")
                .params(trackingId)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> new Part("message", id.toString()))
                .toList();
    }
}
