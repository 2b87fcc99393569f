package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.SerializationUtils;

/** Sessions that nobody ended. */
@RoomTest
class IdleSessionsTests {

    @Autowired
    private StandingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void anIdleSessionIsRemovedAndWrittenDownAndABusyOneStays() {
        var account = jdbc.sql("""
                        insert into account (id, username, display_name, role, created_at)
                        values (987654, 'lama.diam', 'Lama Diam', 'SUPERVISOR', '2026-01-01T00:00Z') returning id""").query(Long.class).single();
        var now = clock.millis();
        of(account, session("lama.diam", now - 1));
        // Half signed in only: that was none.
        session("lama.diam", now - 1);
        var busy = session("lama.diam", now + 1);
        session(null, now - 1);

        new IdleSessions(jdbc, log, clock, transaction).tidy();

        assertThat(jdbc.sql("select session_id from spring_session")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of(busy));
        assertThat(jdbc.sql("select detail from audit_entry where deed = 'SESSION_ENDED' and account_id = ?")
                        .params(account)
                        .query(String.class)
                        .list())
                .containsExactly("idle");
    }

    /** Its owner came in, as {@link SignedIn} says. */
    private void of(long account, String session) {
        jdbc.sql("""
                        insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                        values (?, ?, ?)""")
                .params(
                        session,
                        SignedIn.class.getName(),
                        SerializationUtils.serialize(
                                new SignedIn(account, "Lama Diam", "127.0.0.1", "", SignInWay.PASSWORD)))
                .update();
    }

    private String session(String whose, long expiry) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                            max_inactive_interval, expiry_time, principal_name) values (?, ?, 0, 0, 7200, ?, ?)""").params(id, id, expiry, whose).update();
        return id;
    }
}
