package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.agency.OpenCases;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CasesInHand implements OpenCases {

    private final JdbcClient jdbc;

    CasesInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> of(String agencyCode) {
        return jdbc.sql("""
                        select tracking_id from assignment where agency_code = :agency and ended_at is null
                        union
                        select tracking_id from complaint where lead_agency = :agency and state in ('FORWARDED', 'ANSWERED')
                        order by tracking_id""").param("agency", agencyCode).query(Long.class).list();
    }
}
