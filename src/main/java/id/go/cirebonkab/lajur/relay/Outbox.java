package id.go.cirebonkab.lajur.relay;

import id.go.cirebonkab.lajur.complaint.ArchiveKind;
import id.go.cirebonkab.lajur.complaint.CaseKeys;
import id.go.cirebonkab.lajur.complaint.Transition;
import id.go.cirebonkab.lajur.complaint.Verb;
import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what has to reach the portal, in the transaction that decided it. */
@Component
class Outbox {

    static final String SEALED_AS = "delivery";

    private final JdbcClient jdbc;
    private final CaseKeys keys;
    private final Clock systemClock;
    private final ApplicationEventPublisher events;

    Outbox(JdbcClient jdbc, CaseKeys keys, Clock systemClock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.systemClock = systemClock;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Transition move) {
        if (move.verb() == Verb.APPROVE && move.answer() != null) {
            write(
                    move,
                    Portal.Kind.FOLLOW_UP,
                    move.answer().answerId(),
                    move.answer().body());
        } else if (move.archivedAs(ArchiveKind.BUKAN_WEWENANG) && move.remark() != null) {
            write(move, Portal.Kind.NOT_OUR_AUTHORITY, null, move.remark());
        }
    }

    private void write(Transition move, Portal.Kind kind, @Nullable Long answerId, String body) {
        long id = jdbc.sql("""
                        insert into delivery (tracking_id, answer_id, kind, sealed_body, body_sha256, secret, status,
                                              created_at, next_attempt_at)
                        select tracking_id, :answer, :kind, :body, :sha256, secret, 'WAITING', :created, :next
                        from complaint where tracking_id = :id returning id""")
                .param("id", move.trackingId().value())
                .param("answer", answerId)
                .param("kind", kind.name())
                .param("body", keys.of(move.trackingId()).seal(SEALED_AS, body))
                .param("sha256", Sha256.hex(body))
                .param("created", Times.offset(move.at()))
                .param("next", Times.offset(systemClock.instant()))
                .query(Long.class)
                .single();
        events.publishEvent(new DeliveryWritten(id));
    }
}
