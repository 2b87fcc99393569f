package id.go.cirebonkab.lajur.notify;

import id.go.cirebonkab.lajur.complaint.State;
import id.go.cirebonkab.lajur.complaint.Transition;
import id.go.cirebonkab.lajur.notify.Addressees.Addressee;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who has to be told of a transition, in its transaction. */
@Component
class Secretary {

    private final JdbcClient jdbc;
    private final Addressees addressees;
    private final Clock systemClock;
    private final ApplicationEventPublisher events;

    Secretary(JdbcClient jdbc, Addressees addressees, Clock systemClock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.addressees = addressees;
        this.systemClock = systemClock;
        this.events = events;
    }

    /** An agency's part in the case. */
    private record Part(long id, String agencyCode, boolean lead) {

        static Part of(Transition.Part part) {
            return new Part(part.assignmentId(), part.agencyCode(), part.isLead());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Transition move) {
        switch (move.verb()) {
            case FORWARD -> tellAgencies(NoticeKind.FORWARDED, opened(move), move);
            case REASSIGN -> tellAgencies(NoticeKind.REASSIGNED, opened(move), move);
            case ASK_FOR_REVISION ->
                tellAgencies(
                        NoticeKind.SENT_BACK,
                        opened(move).stream().filter(Part::lead).toList(),
                        move);
            case FOLLOW_UP -> {
                if (move.to() == State.FORWARDED) {
                    tellAgencies(NoticeKind.CITIZEN_WROTE, open(move), move);
                }
            }
            case ANSWER, RECORD_ANSWER -> tellDesk(NoticeKind.ANSWERED, move);
            case RETURN_TO_DESK -> tellDesk(NoticeKind.RETURNED, move);
            case RECEIVE,
                    RECALL,
                    CONTRIBUTE,
                    RECORD_CONTRIBUTION,
                    APPROVE,
                    WITHDRAW_DELIVERY,
                    NOTE_REFUSAL,
                    MARK_INTERIM_RELAYED,
                    MARK_FINAL_RELAYED,
                    CLASSIFY,
                    ARCHIVE,
                    REOPEN,
                    CLOSE,
                    CLOSE_ON_PORTAL,
                    MOVE_AWAY -> {}
        }
    }

    private static List<Part> opened(Transition move) {
        return move.opened().stream().map(Part::of).toList();
    }

    /** The parts that agencies have in the case now. */
    private List<Part> open(Transition move) {
        return jdbc.sql("""
                        select id, agency_code, kind = 'LEAD' as lead from assignment
                        where tracking_id = ? and round = ? and ended_at is null""")
                .params(move.trackingId().value(), move.round())
                .query(Part.class)
                .list();
    }

    /** An officer who stands for two of them is told once, as the lead. */
    private void tellAgencies(NoticeKind kind, List<Part> concerned, Transition move) {
        var parts = concerned.stream()
                .filter(part -> move.visibleTo().contains(part.agencyCode()))
                .sorted(Comparator.comparing(Part::lead).reversed().thenComparing(Part::id))
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        var officers = addressees.officersOf(
                parts.stream().map(Part::agencyCode).toList(),
                LocalDate.ofInstant(move.at(), DomainClock.WIB),
                move.actor());
        var told = new HashSet<@Nullable Long>();
        for (var part : parts) {
            var reachable = officers.stream()
                    .filter(officer -> part.agencyCode().equals(officer.agencyCode()) && officer.address() != null)
                    .toList();
            if (reachable.isEmpty()) {
                write(kind, move, part.id(), null, new Addressee(part.agencyCode(), null, null, "", null));
            }
            reachable.stream()
                    .filter(officer -> told.add(officer.officerId()))
                    .forEach(officer -> write(kind, move, part.id(), null, officer));
        }
        events.publishEvent(new NoticesWritten());
    }

    private void tellDesk(NoticeKind kind, Transition move) {
        var answer = move.answer() == null ? null : move.answer().answerId();
        var admins = addressees.desk(move.actor());
        admins.forEach(admin -> write(kind, move, null, answer, admin));
        if (!admins.isEmpty()) {
            events.publishEvent(new NoticesWritten());
        }
    }

    private void write(
            NoticeKind kind,
            Transition move,
            @Nullable Long assignmentId,
            @Nullable Long answerId,
            Addressee addressee) {
        var state = addressee.address() == null ? NoticeState.NO_ADDRESS : NoticeState.WAITING;
        jdbc.sql("""
                        insert into notice (key, tracking_id, round, kind, assignment_id, answer_id, agency_code,
                            officer_id, account_id, name, address, created_at, state, next_attempt_at)
                        values (:key, :id, :round, :kind, :assignment, :answer, :agency, :officer, :account,
                            nullif(:name, ''), :address, :created, :state, :next)""")
                .param("key", UUID.randomUUID())
                .param("id", move.trackingId().value())
                .param("round", move.round())
                .param("kind", kind.name())
                .param("assignment", assignmentId)
                .param("answer", answerId)
                .param("agency", addressee.agencyCode())
                .param("officer", addressee.officerId())
                .param("account", addressee.accountId())
                .param("name", addressee.name())
                .param("address", addressee.address())
                .param("created", Times.offset(move.at()))
                .param("state", state.name())
                .param("next", Times.offset(systemClock.instant()))
                .update();
    }
}
