package id.go.cirebonkab.lajur.complaint;

import id.go.cirebonkab.lajur.shared.Times;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes each transition's row of history, and who may see the complaint, in the transaction of the transition. */
@Component
class Books {

    private final JdbcClient jdbc;

    Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Transition transition) {
        appendHistory(transition, keepRemark(transition));
        if (transition.startsRound()
                || !transition.opened().isEmpty()
                || !transition.ended().isEmpty()
                || transition.verb() == Verb.CLASSIFY) {
            setAccess(transition);
        }
    }

    private @Nullable Long keepRemark(Transition transition) {
        if (transition.remark() == null) {
            return null;
        }
        return jdbc.sql("insert into remark (tracking_id, body) values (?, ?) returning id")
                .params(transition.trackingId().value(), transition.remark())
                .query(Long.class)
                .single();
    }

    private void appendHistory(Transition transition, @Nullable Long remarkId) {
        var agencies = Stream.concat(transition.opened().stream(), transition.ended().stream())
                .map(Transition.Part::agencyCode)
                .distinct()
                .toArray(String[]::new);
        jdbc.sql("""
                        insert into history (tracking_id, round, happened_at, verb, from_state, to_state, version,
                                             actor_id, actor_name, actor_role, agencies, detail, remark_id)
                        values (:id, :round, :at, :verb, :from, :to, :version, :actorId, :actorName, :actorRole,
                                :agencies, :detail, :remark)""")
                .param("id", transition.trackingId().value())
                .param("round", transition.round())
                .param("at", Times.offset(transition.at()))
                .param("verb", transition.verb().name())
                .param(
                        "from",
                        transition.from() == null ? null : transition.from().name())
                .param("to", transition.to().name())
                .param("version", transition.version())
                .param("actorId", transition.actor().id())
                .param("actorName", transition.actor().name())
                .param(
                        "actorRole",
                        transition.actor().role() == null
                                ? null
                                : transition.actor().role().name())
                .param("agencies", agencies)
                .param("detail", transition.detail())
                .param("remark", remarkId)
                .update();
    }

    private void setAccess(Transition transition) {
        var id = transition.trackingId().value();
        var codes = transition.visibleTo().toArray(String[]::new);
        jdbc.sql("delete from complaint_access where tracking_id = :id and agency_code <> all(:codes)")
                .param("id", id)
                .param("codes", codes)
                .update();
        if (codes.length > 0) {
            jdbc.sql("""
                            insert into complaint_access (agency_code, tracking_id, queued_at)
                            select code, :id, :queued from unnest(:codes::text[]) code
                            on conflict (agency_code, tracking_id) do update set queued_at = excluded.queued_at""")
                    .param("id", id)
                    .param("queued", Times.offset(transition.queuedAt()))
                    .param("codes", codes)
                    .update();
        }
    }
}
