package id.go.cirebonkab.lajur.notify;

import id.go.cirebonkab.lajur.platform.Vault;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The notices as the worker sees them: claimed under a lease, so that each is in one pair of hands only. */
@Repository
@Transactional
class OutgoingNotices {

    private final JdbcClient jdbc;
    private final Vault vault;

    OutgoingNotices(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * A notice that is in this worker's hands.
     *
     * @param createdAt domain time
     * @param trackingId {@code null} for the link of an account
     * @param attempts this one included
     * @param leasedUntil tells this hold from a later one of somebody else; system time
     */
    record Outgoing(
            long id,
            UUID key,
            @Nullable Long trackingId,
            NoticeKind kind,
            @Nullable String agencyCode,
            @Nullable String agencyName,
            String name,
            String address,
            Instant createdAt,
            int attempts,
            Instant leasedUntil,
            @Nullable UUID keyId,
            byte @Nullable [] sealedLink) {}

    /** Takes the notice that is due first, if there is one, and holds it until the lease ends. */
    Optional<Outgoing> claim(Instant now, Duration lease) {
        return jdbc.sql("""
                        update notice set state = 'SENDING', attempts = attempts + 1, leased_until = :until where id = (
                            select id from notice
                            where state in ('WAITING', 'SENDING') and next_attempt_at <= :now
                            and (leased_until is null or leased_until < :now)
                            order by next_attempt_at, id limit 1 for update skip locked)
                        returning id, key, tracking_id, kind, agency_code,
                            (select coalesce(a.alias, a.name) from agency a where a.code = agency_code) as agency_name,
                            name, address, created_at, attempts, leased_until, key_id, sealed_link""")
                .param("now", Times.offset(now))
                .param("until", Times.offset(now.plus(lease)))
                .query(Outgoing.class)
                .optional();
    }

    /** Whether the case still waits for this person in this matter; {@code today} is the domain's day. */
    boolean stillMatters(Outgoing notice, LocalDate today) {
        return jdbc.sql("""
                        select exists (
                            select from notice n join complaint c on c.tracking_id = n.tracking_id and c.round = n.round
                            where n.id = :id and case n.kind
                                when 'ANSWERED' then c.state = 'ANSWERED' and n.answer_id = (
                                    select max(w.id) from answer w where w.tracking_id = n.tracking_id
                                    and w.round = n.round and w.kind <> 'CONTRIBUTION')
                                    and (select w.approved_at is null from answer w where w.id = n.answer_id)
                                when 'RETURNED' then c.state = 'RECEIVED'
                                else c.state = 'FORWARDED' and exists (
                                    select from assignment p join complaint_access x
                                        on x.agency_code = p.agency_code and x.tracking_id = p.tracking_id
                                    where p.id = n.assignment_id and p.ended_at is null) end
                            and case when n.account_id is not null then exists (
                                    select from account a where a.id = n.account_id and a.active
                                    and a.role = 'DISTRICT_ADMIN')
                                else exists (
                                    select from mandate l where l.officer_id = n.officer_id
                                    and l.agency_code = n.agency_code
                                    and :today between l.valid_from and l.valid_until) end)""")
                .param("id", notice.id())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    void sent(Outgoing notice, Instant at) {
        end(notice, NoticeState.SENT, at, null);
    }

    void obsolete(Outgoing notice) {
        end(notice, NoticeState.OBSOLETE, null, null);
    }

    void failed(Outgoing notice, String words) {
        end(notice, NoticeState.FAILED, null, words);
    }

    /** What it carried sealed is gone with it. */
    private void end(Outgoing notice, NoticeState state, @Nullable Instant sentAt, @Nullable String failure) {
        var ended = jdbc.sql("""
                        update notice set state = :state, sent_at = :sent, leased_until = null, failure = :failure,
                            sealed_link = null, key_id = null
                        where id = :id and leased_until = :held""")
                .param("state", state.name())
                .param("sent", Times.offset(sentAt))
                .param("failure", failure)
                .param("id", notice.id())
                .param("held", Times.offset(notice.leasedUntil()))
                .update();
        if (ended == 1 && notice.keyId() != null) {
            vault.discard(notice.keyId());
        }
    }

    /** Puts it back for later, unless it is in other hands by now. */
    void later(Outgoing notice, Instant next, String words) {
        jdbc.sql("""
                        update notice set state = 'WAITING', next_attempt_at = :next, leased_until = null,
                            failure = :failure where id = :id and leased_until = :held""")
                .param("next", Times.offset(next))
                .param("failure", words)
                .param("id", notice.id())
                .param("held", Times.offset(notice.leasedUntil()))
                .update();
    }
}
