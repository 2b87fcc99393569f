package id.go.cirebonkab.lajur.sla;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of running limits: started, stopped, flagged. Once stopped a row never changes (a trigger sees to it). */
@Repository
class Clocks {

    static final String DESK = "DESK";
    static final String PORTAL = "PORTAL";

    private static final double WARN_AT = 0.8;
    private static final int AT_ONCE = 500;

    private static final String EARLIER = """
            select c.step, c.policy_id, p.unit, c.started_at, c.due_at, c.stopped_at
            from clock c join policy p on p.id = c.policy_id
            """;

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;

    Clocks(JdbcClient jdbc, Calendars calendars, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.events = events;
    }

    /** Whose clock it is and what for. */
    record Key(
            TrackingId trackingId,
            int round,
            Step step,
            String owner,
            @Nullable Long assignmentId) {}

    /** The last clock of an assignment, from which a later one goes on. */
    record Earlier(Step step, long policyId, LimitUnit unit, Instant startedAt, Instant dueAt, Instant stoppedAt) {}

    void start(Key key, Policies.Policy policy, Instant from) {
        start(key, policy.id(), policy.unit(), from, calendars.current().deadline(from, policy.limit()));
    }

    void start(Key key, long policyId, LimitUnit unit, Instant from, Deadline deadline) {
        insert(key, policyId, unit, from, deadline)
                .param("stopped", null)
                .param("breached", null)
                .param("outcome", Outcome.RUNNING.name())
                .update();
    }

    /** A stretch that is already over when it becomes known: it is only measured. */
    void measure(Key key, Policies.Policy policy, Instant from, Instant until) {
        var deadline = calendars.current().deadline(from, policy.limit());
        var late = deadline.due().isBefore(until);
        insert(key, policy.id(), policy.unit(), from, deadline)
                .param("stopped", Times.offset(until))
                .param("breached", late ? Times.offset(until) : null)
                .param("outcome", (late ? Outcome.BREACHED : Outcome.MET).name())
                .update();
        events.publishEvent(new ClockEvent(
                key.trackingId(), key.step(), key.owner(), late ? Outcome.BREACHED : Outcome.MET, until));
    }

    private JdbcClient.StatementSpec insert(Key key, long policyId, LimitUnit unit, Instant from, Deadline deadline) {
        var skipped = deadline.skipped().stream()
                .map(day -> day.date() + " " + day.reason() + " " + day.name())
                .collect(Collectors.joining("\n"));
        var warnAt = calendars.current().partWay(deadline.effectiveStart(), deadline.due(), WARN_AT, unit);
        return jdbc.sql("""
                        insert into clock (tracking_id, round, step, owner, assignment_id, policy_id, started_at, due_at,
                                           warn_at, skipped, stopped_at, breached_at, outcome)
                        values (:id, :round, :step, :owner, :assignment, :policy, :started, :due, :warn, :skipped,
                                :stopped, :breached, :outcome)""")
                .param("id", key.trackingId().value())
                .param("round", key.round())
                .param("step", key.step().name())
                .param("owner", key.owner())
                .param("assignment", key.assignmentId())
                .param("policy", policyId)
                .param("started", Times.offset(from))
                .param("due", Times.offset(deadline.due()))
                .param("warn", Times.offset(warnAt))
                .param("skipped", skipped);
    }

    /** The step was done: MET, or BREACHED when that was too late. */
    void met(TrackingId id, Collection<Step> steps, Instant at) {
        stop(id, steps, null, Outcome.MET, null, at);
    }

    /** One agency's part was done. */
    void metBy(TrackingId id, long assignmentId, Instant at) {
        stop(id, List.of(Step.ANSWER, Step.PROMISE), assignmentId, Outcome.MET, null, at);
    }

    /** The citizen let the reply window pass, or the portal ended it; nobody is late by that. */
    void replyWindowEnded(TrackingId id, Instant at) {
        stop(id, List.of(Step.REPLY_WINDOW), null, Outcome.MET, "elapsed", at);
    }

    /** The step fell away; one that was already late stays so. */
    void cancel(TrackingId id, Collection<Step> steps, String reason, Instant at) {
        stop(id, steps, null, Outcome.CANCELLED, reason, at);
    }

    void cancelFor(TrackingId id, long assignmentId, String reason, Instant at) {
        stop(id, List.of(Step.ANSWER, Step.PROMISE), assignmentId, Outcome.CANCELLED, reason, at);
    }

    private void stop(
            TrackingId id,
            Collection<Step> steps,
            @Nullable Long assignmentId,
            Outcome outcome,
            @Nullable String reason,
            Instant at) {
        record Stopped(Step step, String owner, Outcome outcome, boolean wasFlagged) {}
        jdbc
                .sql("""
                        with running as (
                            select id, breached_at is not null as was_flagged from clock
                            where tracking_id = :id and stopped_at is null and step in (:steps)
                            and (cast(:assignment as bigint) is null or assignment_id = :assignment)
                            for update)
                        update clock set stopped_at = :at, stop_reason = :reason,
                            breached_at = coalesce(breached_at, case when due_at < :at and step <> 'REPLY_WINDOW'
                                then cast(:at as timestamptz) end),
                            outcome = case when breached_at is not null or (due_at < :at and step <> 'REPLY_WINDOW')
                                then 'BREACHED' else :outcome end
                        from running where clock.id = running.id
                        returning step, owner, outcome, was_flagged""")
                .param("id", id.value())
                .param("steps", steps.stream().map(Step::name).toList())
                .param("assignment", assignmentId)
                .param("at", Times.offset(at))
                .param("reason", reason)
                .param("outcome", outcome.name())
                .query(Stopped.class)
                .list()
                .stream()
                .filter(stopped -> !stopped.wasFlagged()
                        && stopped.outcome() != Outcome.CANCELLED
                        && stopped.step() != Step.REPLY_WINDOW)
                .forEach(stopped -> events.publishEvent(
                        new ClockEvent(id, stopped.step(), stopped.owner(), stopped.outcome(), at)));
    }

    boolean wasStarted(TrackingId id, int round, Step step) {
        return jdbc.sql("select exists (select from clock where tracking_id = ? and round = ? and step = ?)")
                .params(id.value(), round, step.name())
                .query(Boolean.class)
                .single();
    }

    /** When this round's running SETTLE clock began; empty when none runs. */
    Optional<Instant> settleStart(TrackingId id, int round) {
        return jdbc.sql("""
                        select started_at from clock
                        where tracking_id = ? and round = ? and step = 'SETTLE' and stopped_at is null""").params(id.value(), round).query(Instant.class).optional();
    }

    /** The last clock that ran for an assignment. */
    Optional<Earlier> lastOf(long assignmentId) {
        return jdbc.sql(EARLIER + "where c.assignment_id = ? and c.stopped_at is not null order by c.id desc limit 1")
                .params(assignmentId)
                .query(Earlier.class)
                .optional();
    }

    /** The last clock that ran for a step of this round. */
    Optional<Earlier> lastOf(TrackingId id, int round, Step step) {
        return jdbc.sql(EARLIER + """
                        where c.tracking_id = ? and c.round = ? and c.step = ? and c.stopped_at is not null
                        order by c.id desc limit 1""")
                .params(id.value(), round, step.name())
                .query(Earlier.class)
                .optional();
    }

    /** Flags what is past due and not yet flagged; each row once, whoever else is at it. Returns how many. */
    int flagBreaches(Instant now) {
        record Breached(long trackingId, Step step, String owner) {}
        var breached = jdbc.sql("""
                        update clock set breached_at = :now, outcome = 'BREACHED' where id in (
                            select id from clock where due_at < :now and stopped_at is null and breached_at is null
                            and step <> 'REPLY_WINDOW' order by due_at limit :limit for update skip locked)
                        returning tracking_id, step, owner""")
                .param("now", Times.offset(now))
                .param("limit", AT_ONCE)
                .query(Breached.class)
                .list();
        breached.forEach(late -> events.publishEvent(
                new ClockEvent(new TrackingId(late.trackingId()), late.step(), late.owner(), Outcome.BREACHED, now)));
        return breached.size();
    }

    /** Marks what has used up four fifths of its limit. Returns how many. */
    int flagWarnings(Instant now) {
        return jdbc.sql("""
                        update clock set warned_at = :now where id in (
                            select id from clock where warn_at < :now and stopped_at is null and breached_at is null
                            and warned_at is null and step <> 'REPLY_WINDOW' order by warn_at limit :limit
                            for update skip locked)""")
                .param("now", Times.offset(now))
                .param("limit", AT_ONCE)
                .update();
    }

    /** Complaints whose reply window has passed in silence, oldest first. */
    List<Long> silent(Instant now) {
        return jdbc.sql("""
                        select tracking_id from clock where due_at < :now and stopped_at is null and breached_at is null
                        and step = 'REPLY_WINDOW' order by due_at limit :limit""")
                .param("now", Times.offset(now))
                .param("limit", AT_ONCE)
                .query(Long.class)
                .list();
    }
}
