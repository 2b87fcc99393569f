package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions that were idle for too long are removed, on whichever node, each by one. Those of people who had signed in are
 * written down.
 */
@Component
class IdleSessions {

    private final JdbcClient jdbc;
    private final AuditLog log;
    private final Clock systemClock;
    private final TransactionTemplate transaction;

    IdleSessions(JdbcClient jdbc, AuditLog log, Clock systemClock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.log = log;
        this.systemClock = systemClock;
        this.transaction = transaction;
    }

    record Whose(long id, String displayName) {}

    @Scheduled(fixedDelayString = "1m", initialDelayString = "1m")
    void tidy() {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        with gone as (
                            delete from spring_session where expiry_time < ? returning primary_id, principal_name)
                        select a.id, a.display_name from gone join account a on a.username = gone.principal_name
                        where exists (select from spring_session_attributes t
                            where t.session_primary_id = gone.primary_id and t.attribute_name = ?)""")
                .params(systemClock.millis(), SignedIn.ATTRIBUTE)
                .query(Whose.class)
                .list()
                .forEach(whose -> log.write(new Entry(
                        whose.id(),
                        whose.displayName(),
                        Deed.SESSION_ENDED,
                        "account",
                        String.valueOf(whose.id()),
                        "idle"))));
    }
}
