package id.go.cirebonkab.lajur.lapor;

import id.go.cirebonkab.lajur.shared.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far a mail folder has been read, by the numbers that its server gives: not by \Seen, which a person who opens the
 * mailbox sets as well. The numbers hold as long as the folder's validity; when that changes they all begin anew.
 */
@Repository
class MailboxCursor {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_DOUBLING = 6;

    private final JdbcClient jdbc;

    MailboxCursor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Position(long uidValidity, long lastUid) {}

    /** The last number that was dealt with; 0 for a folder that was never read, or is new. */
    @Transactional
    public long last(String mailbox, long validity) {
        jdbc.sql("insert into mailbox_cursor values (?, ?, 0) on conflict do nothing")
                .params(mailbox, validity)
                .update();
        var position = jdbc.sql("select uid_validity, last_uid from mailbox_cursor where mailbox = ?")
                .params(mailbox)
                .query(Position.class)
                .single();
        return position.uidValidity() == validity ? position.lastUid() : 0;
    }

    /** Whether the mail may be dealt with: nobody else is at this folder now, or was faster. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(String mailbox, long validity, long uid) {
        return jdbc.sql("select uid_validity, last_uid from mailbox_cursor where mailbox = ? for update skip locked")
                .params(mailbox)
                .query(Position.class)
                .optional()
                .filter(position -> position.uidValidity() != validity || position.lastUid() < uid)
                .isPresent();
    }

    /** In the transaction that keeps the mail. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveTo(String mailbox, long validity, long uid) {
        jdbc.sql("delete from mailbox_missed where mailbox = ? and uid_validity <> ?")
                .params(mailbox, validity)
                .update();
        jdbc.sql("update mailbox_cursor set uid_validity = ?, last_uid = ? where mailbox = ?")
                .params(validity, uid, mailbox)
                .update();
    }

    /** The server did not hand it out: to be asked for again, at growing intervals. */
    @Transactional
    public void miss(String mailbox, long validity, long uid, Instant now) {
        var attempts = jdbc.sql("""
                        insert into mailbox_missed values (:mailbox, :validity, :uid, 1, :now)
                        on conflict (mailbox, uid_validity, uid) do update set attempts = mailbox_missed.attempts + 1
                        returning attempts""")
                .param("mailbox", mailbox)
                .param("validity", validity)
                .param("uid", uid)
                .param("now", Times.offset(now))
                .query(Integer.class)
                .single();
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, LONGEST_DOUBLING));
        jdbc.sql("update mailbox_missed set next_try_at = ? where mailbox = ? and uid_validity = ? and uid = ?")
                .params(Times.offset(now.plus(pause)), mailbox, validity, uid)
                .update();
    }

    List<Long> missed(String mailbox, long validity, Instant now) {
        return jdbc.sql("""
                        select uid from mailbox_missed
                        where mailbox = ? and uid_validity = ? and next_try_at <= ? order by uid limit 50""")
                .params(mailbox, validity, Times.offset(now))
                .query(Long.class)
                .list();
    }

    /** Whether the missed mail may be dealt with: nobody else is at it now, or was faster. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeMissed(String mailbox, long validity, long uid) {
        return !jdbc.sql("""
                        select uid from mailbox_missed where mailbox = ? and uid_validity = ? and uid = ?
                        for update skip locked""")
                .params(mailbox, validity, uid)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    @Transactional
    public void forget(String mailbox, long validity, long uid) {
        jdbc.sql("delete from mailbox_missed where mailbox = ? and uid_validity = ? and uid = ?")
                .params(mailbox, validity, uid)
                .update();
    }

    int countMissed(String mailbox) {
        return jdbc.sql("select count(*) from mailbox_missed where mailbox = ?")
                .params(mailbox)
                .query(Integer.class)
                .single();
    }
}
