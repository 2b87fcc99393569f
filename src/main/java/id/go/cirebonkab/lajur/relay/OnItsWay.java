package id.go.cirebonkab.lajur.relay;

import id.go.cirebonkab.lajur.complaint.StillNeeded;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is on its way to the portal must not lose its words. */
@Component
class OnItsWay implements StillNeeded {

    private final JdbcClient jdbc;

    OnItsWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean needs(TrackingId id) {
        return jdbc.sql("""
                        select exists (select from delivery
                        where tracking_id = ? and status in ('WAITING', 'SENDING', 'UNKNOWN'))""").params(id.value()).query(Boolean.class).single();
    }
}
