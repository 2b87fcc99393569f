package id.go.cirebonkab.lajur.sla;

import static id.go.cirebonkab.lajur.sla.Clocks.DESK;
import static id.go.cirebonkab.lajur.sla.Clocks.PORTAL;
import static id.go.cirebonkab.lajur.sla.Step.ANSWER;
import static id.go.cirebonkab.lajur.sla.Step.FOLLOW_UP;
import static id.go.cirebonkab.lajur.sla.Step.FORWARD;
import static id.go.cirebonkab.lajur.sla.Step.NOTIFY;
import static id.go.cirebonkab.lajur.sla.Step.PROMISE;
import static id.go.cirebonkab.lajur.sla.Step.RELAY;
import static id.go.cirebonkab.lajur.sla.Step.REPLY_WINDOW;
import static id.go.cirebonkab.lajur.sla.Step.REVIEW;
import static id.go.cirebonkab.lajur.sla.Step.SETTLE;
import static id.go.cirebonkab.lajur.sla.Step.VERIFY;

import id.go.cirebonkab.lajur.complaint.Transition;
import id.go.cirebonkab.lajur.shared.DomainClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts and stops the clocks as a complaint moves, in the transaction of the move. */
@Component
class Timekeeper {

    private static final Set<Step> ALL = EnumSet.allOf(Step.class);

    private final Clocks clocks;
    private final Policies policies;
    private final Calendars calendars;

    Timekeeper(Clocks clocks, Policies policies, Calendars calendars) {
        this.clocks = clocks;
        this.policies = policies;
        this.calendars = calendars;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Transition move) {
        switch (move.verb()) {
            case RECEIVE -> {
                measureNotification(move);
                startRound(move);
            }
            case FORWARD -> {
                clocks.met(move.trackingId(), List.of(FORWARD, VERIFY), move.at());
                move.opened().forEach(part -> startAnswering(part, move));
                if (isFirstOfRound(move)) {
                    start(FOLLOW_UP, DESK, null, move);
                }
            }
            case RECALL -> {
                cancelEnded(move, "recalled");
                goOnForwarding(move);
            }
            case RETURN_TO_DESK -> {
                cancelEnded(move, "returned");
                start(FORWARD, DESK, null, move);
            }
            case REASSIGN -> {
                cancelEnded(move, "reassigned");
                move.opened().forEach(part -> startAnswering(part, move));
            }
            case CONTRIBUTE, RECORD_CONTRIBUTION -> metByEnded(move);
            case ANSWER, RECORD_ANSWER -> {
                leadIsDoneOthersAreCutShort(move);
                start(REVIEW, DESK, null, move);
            }
            case ASK_FOR_REVISION -> {
                clocks.met(move.trackingId(), List.of(REVIEW), move.at());
                move.opened().forEach(part -> goOn(part, move));
            }
            case APPROVE -> {
                clocks.met(move.trackingId(), List.of(REVIEW), move.at());
                start(RELAY, PORTAL, null, move);
            }
            case WITHDRAW_DELIVERY -> approvalFellAway(move, "withdrawn");
            case NOTE_REFUSAL -> approvalFellAway(move, "refused");
            case MARK_INTERIM_RELAYED -> {
                clocks.met(move.trackingId(), List.of(RELAY, FOLLOW_UP), move.at());
                move.opened().forEach(part -> {
                    if (part.isLead()) {
                        startPromise(part, move);
                    } else {
                        goOn(part, move);
                    }
                });
            }
            case MARK_FINAL_RELAYED -> {
                clocks.met(move.trackingId(), List.of(RELAY, FOLLOW_UP, SETTLE), move.at());
                start(REPLY_WINDOW, PORTAL, null, move);
            }
            case CLASSIFY -> {
                if (!move.to().isEnded()) {
                    settleByNewClass(move);
                }
            }
            case ARCHIVE -> clocks.cancel(move.trackingId(), ALL, "archived", move.at());
            case FOLLOW_UP -> {
                clocks.met(move.trackingId(), List.of(REPLY_WINDOW), move.at());
                if (move.startsRound()) {
                    startRound(move);
                }
            }
            case REOPEN -> {
                clocks.cancel(move.trackingId(), ALL, "reopened", move.at());
                startRound(move);
            }
            case CLOSE -> {
                clocks.replyWindowEnded(move.trackingId(), move.at());
                clocks.cancel(move.trackingId(), ALL, "closed", move.at());
            }
            case CLOSE_ON_PORTAL -> clocks.cancel(move.trackingId(), ALL, "closed", move.at());
            case MOVE_AWAY -> clocks.cancel(move.trackingId(), ALL, "moved", move.at());
        }
    }

    /** SOP step 2. A portal time that lies in the future is ignored. */
    private void measureNotification(Transition move) {
        var reportedAt = move.reportedAt();
        if (reportedAt != null && !reportedAt.isAfter(move.at())) {
            clocks.measure(key(NOTIFY, PORTAL, null, move), policy(NOTIFY, move), reportedAt, move.at());
        }
    }

    private void startRound(Transition move) {
        start(FORWARD, DESK, null, move);
        start(VERIFY, DESK, null, move);
        start(SETTLE, DESK, null, move);
    }

    /** The desk took it back by itself, so it has no fresh day: only what it had left when it forwarded. */
    private void goOnForwarding(Transition move) {
        clocks.lastOf(move.trackingId(), move.round(), FORWARD)
                .ifPresent(earlier -> resume(key(FORWARD, DESK, null, move), earlier, move));
    }

    private void cancelEnded(Transition move, String reason) {
        move.ended().forEach(part -> clocks.cancelFor(move.trackingId(), part.assignmentId(), reason, move.at()));
    }

    private void metByEnded(Transition move) {
        move.ended().forEach(part -> clocks.metBy(move.trackingId(), part.assignmentId(), move.at()));
    }

    private void leadIsDoneOthersAreCutShort(Transition move) {
        for (var part : move.ended()) {
            if (part.isLead()) {
                clocks.metBy(move.trackingId(), part.assignmentId(), move.at());
            } else {
                clocks.cancelFor(move.trackingId(), part.assignmentId(), "answered", move.at());
            }
        }
    }

    private void startAnswering(Transition.Part part, Transition move) {
        start(ANSWER, part.agencyCode(), part.assignmentId(), move);
    }

    /** Never a fresh day: what was left when the agency's last clock stopped; of a promise, its own day. */
    private void goOn(Transition.Part part, Transition move) {
        clocks.lastOf(part.assignmentId())
                .ifPresent(earlier ->
                        resume(key(earlier.step(), part.agencyCode(), part.assignmentId(), move), earlier, move));
    }

    private void resume(Clocks.Key key, Clocks.Earlier earlier, Transition move) {
        var calendar = calendars.current();
        // A clock that was stopped before it began to run (on a day off) has its whole limit left, and no more.
        var ranFrom = calendar.effectiveStart(earlier.startedAt(), earlier.unit());
        var left = calendar.left(later(earlier.stoppedAt(), ranFrom), earlier.dueAt(), earlier.unit());
        var from = calendar.effectiveStart(move.at(), earlier.unit());
        var deadline = earlier.step() == PROMISE
                ? new Deadline(move.at(), later(earlier.dueAt(), move.at()), List.of())
                : calendar.resume(from, left, earlier.unit());
        clocks.start(key, earlier.policyId(), earlier.unit(), move.at(), deadline);
    }

    private void startPromise(Transition.Part part, Transition move) {
        var promised = move.answer() == null ? null : move.answer().promisedFor();
        if (promised != null) {
            var due = later(promised.plusDays(1).atStartOfDay(DomainClock.WIB).toInstant(), move.at());
            var policy = policy(PROMISE, move);
            clocks.start(
                    key(PROMISE, part.agencyCode(), part.assignmentId(), move),
                    policy.id(),
                    policy.unit(),
                    move.at(),
                    new Deadline(move.at(), due, List.of()));
        }
    }

    private void approvalFellAway(Transition move, String reason) {
        clocks.cancel(move.trackingId(), List.of(RELAY), reason, move.at());
        start(REVIEW, DESK, null, move);
    }

    private void settleByNewClass(Transition move) {
        clocks.settleStart(move.trackingId(), move.round()).ifPresent(since -> {
            clocks.cancel(move.trackingId(), List.of(SETTLE), "classified", move.at());
            clocks.start(key(SETTLE, DESK, null, move), policy(SETTLE, move), since);
        });
    }

    private boolean isFirstOfRound(Transition move) {
        return !clocks.wasStarted(move.trackingId(), move.round(), FOLLOW_UP);
    }

    private void start(Step step, String owner, @Nullable Long assignmentId, Transition move) {
        clocks.start(key(step, owner, assignmentId, move), policy(step, move), move.at());
    }

    private static Clocks.Key key(Step step, String owner, @Nullable Long assignmentId, Transition move) {
        return new Clocks.Key(move.trackingId(), move.round(), step, owner, assignmentId);
    }

    private Policies.Policy policy(Step step, Transition move) {
        return policies.inForce(step, move.classification(), LocalDate.ofInstant(move.at(), DomainClock.WIB));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
