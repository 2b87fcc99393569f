package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;

/** However busy it is, a session ends some hours after the sign-in. */
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

    /** Of requests that see this at once, one writes it down. */
    void end(Session session) {
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
                    "longest session"));
        }
    }
}
