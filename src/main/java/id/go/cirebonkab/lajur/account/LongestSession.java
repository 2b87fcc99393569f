package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;

/** However busy it is, a session ends some hours after the sign-in, and when its account is called off. */
final class LongestSession {

    private final Duration longest;
    private final JdbcClient jdbc;
    private final AuditLog log;
    private final Clock systemClock;

    LongestSession(Duration longest, JdbcClient jdbc, AuditLog log, Clock systemClock) {
        this.longest = longest;
        this.jdbc = jdbc;
        this.log = log;
        this.systemClock = systemClock;
    }

    boolean isOver(Session session) {
        return !systemClock.instant().isBefore(SignedIn.since(session).plus(longest));
    }

    /** Whether the account is switched off, or its sessions were ended while this one was being made. Asked now and then. */
    boolean isCalledOff(Session session) {
        var whose = SignedIn.of(session);
        var proved = SignedIn.provedAt(session);
        return whose != null
                && proved != null
                && !jdbc.sql("""
                                select exists (select from account where id = ? and active
                                    and (sessions_from is null or sessions_from <= ?))""")
                        .params(whose.accountId(), Times.offset(proved))
                        .query(Boolean.class)
                        .single();
    }

    /** Of requests that see this at once, one writes it down. */
    void end(Session session, String why) {
        var ended = jdbc.sql("delete from spring_session where session_id = ?")
                .params(session.getId())
                .update();
        var whose = SignedIn.of(session);
        if (ended > 0 && whose != null) {
            log.write(new Entry(
                    whose.accountId(),
                    whose.name(),
                    Deed.SESSION_ENDED,
                    "account",
                    String.valueOf(whose.accountId()),
                    why));
        }
    }
}
