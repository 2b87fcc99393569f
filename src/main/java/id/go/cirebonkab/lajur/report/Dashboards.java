package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.complaint.State;
import id.go.cirebonkab.lajur.report.Dashboard.OwnerRunning;
import id.go.cirebonkab.lajur.report.Dashboard.Running;
import id.go.cirebonkab.lajur.report.Dashboard.StateCount;
import id.go.cirebonkab.lajur.report.Dashboard.StepRunning;
import id.go.cirebonkab.lajur.report.Dashboard.StepShare;
import id.go.cirebonkab.lajur.report.Dashboard.Waiting;
import id.go.cirebonkab.lajur.sla.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the dashboard in five statements, however much there is. Counters are read folded and loose; of clocks and
 * complaints only those are read that run or wait at present, each by an index made for it.
 */
@Repository
class Dashboards {

    /** Every counter, folded and loose; a condition on it reaches both halves. */
    static final String COUNTERS = """
            (select metric, label, agency_code, month, amount from figure
             union all select metric, label, agency_code, month, amount from figure_delta) counter
            """;

    private static final int OLDEST = 10;
    private static final Set<Step> OF_AGENCIES = EnumSet.of(Step.ANSWER, Step.PROMISE);

    private static final String[] LOCAL =
            Arrays.stream(Step.values()).filter(Step::isLocal).map(Step::name).toArray(String[]::new);

    private final JdbcClient jdbc;

    Dashboards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param today in WIB, by the domain clock */
    @Transactional(readOnly = true)
    public Dashboard of(Scope scope, LocalDate today) {
        var late = clocks("breached_at is not null", scope);
        var near = clocks("breached_at is null and warned_at is not null", scope);
        return new Dashboard(
                scope.isEverything(),
                late.local(),
                near.local(),
                late.national(),
                states(scope),
                shares(scope, today.withDayOfMonth(1)),
                oldest(scope));
    }

    private Clocks clocks(String condition, Scope scope) {
        var groups = jdbc.sql("""
                        select local, owner, step, complaints, oldest_due,
                               coalesce(agency.alias, agency.name) as agency_name
                        from (
                            select step = any(:local) as local, owner, step,
                                   count(distinct tracking_id) as complaints, min(due_at) as oldest_due
                            from clock where stopped_at is null and %s %s
                            group by grouping sets ((local, owner, step), (local, owner), (local))) running
                        left join agency on agency.code = owner
                        order by complaints desc, oldest_due""".formatted(condition, scope.and("owner")))
                .param("local", LOCAL)
                .param("agencies", scope.agencies())
                .query(Group.class)
                .list();
        return new Clocks(running(groups, true), running(groups, false));
    }

    private static Running running(List<Group> all, boolean local) {
        var groups = all.stream().filter(group -> group.local() == local).toList();
        var owners = groups.stream()
                .filter(group -> group.owner() != null && group.step() == null)
                .map(group -> group.with(stepsOf(group.owner(), groups)))
                .toList();
        var complaints = groups.stream()
                .filter(group -> group.owner() == null)
                .mapToLong(Group::complaints)
                .sum();
        return new Running(complaints, owners);
    }

    private static List<StepRunning> stepsOf(@Nullable String owner, List<Group> groups) {
        return groups.stream()
                .filter(group -> group.step() != null
                        && group.owner() != null
                        && group.owner().equals(owner))
                .map(group -> new StepRunning(group.step(), stateDuring(group.step()), group.complaints()))
                .toList();
    }

    private static @Nullable State stateDuring(Step step) {
        return switch (step) {
            case FORWARD, VERIFY -> State.RECEIVED;
            case ANSWER, PROMISE -> State.FORWARDED;
            case REVIEW, RELAY -> State.ANSWERED;
            case NOTIFY, FOLLOW_UP, REPLY_WINDOW, SETTLE -> null;
        };
    }

    private List<StateCount> states(Scope scope) {
        var counts = jdbc
                .sql("select label, sum(amount) as amount from " + COUNTERS
                        + "where metric = 'state' and month = :always" + scope.and("agency_code") + " group by label")
                .param("always", Figures.ALWAYS)
                .param("agencies", scope.agencies())
                .query(Amount.class)
                .stream()
                .collect(Collectors.toMap(Amount::label, Amount::amount));
        return Arrays.stream(State.values())
                .filter(state -> scope.isEverything() || state != State.RECEIVED)
                .map(state -> new StateCount(state, counts.getOrDefault(state.name(), 0L)))
                .toList();
    }

    private List<StepShare> shares(Scope scope, LocalDate month) {
        var counts = jdbc
                .sql("""
                        select label,
                               coalesce(sum(amount) filter (where metric = 'step.met' and month = :month), 0) as month_met,
                               coalesce(sum(amount) filter (where metric <> 'step.met' and month = :month), 0)
                                   as month_breached,
                               coalesce(sum(amount) filter (where metric = 'step.met'), 0) as year_met,
                               coalesce(sum(amount) filter (where metric <> 'step.met'), 0) as year_breached
                        from %s where metric in ('step.met', 'step.breached') and month between :first and :month %s
                        group by label""".formatted(COUNTERS, scope.and("agency_code")))
                .param("first", month.minusMonths(11))
                .param("month", month)
                .param("agencies", scope.agencies())
                .query(Counts.class)
                .stream()
                .collect(Collectors.toMap(Counts::label, Counts::share));
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.REPLY_WINDOW)
                .filter(step -> scope.isEverything() || OF_AGENCIES.contains(step))
                .map(step -> counts.getOrDefault(step.name(), new StepShare(step, Share.NONE, Share.NONE)))
                .toList();
    }

    private List<Waiting> oldest(Scope scope) {
        var visible = scope.isEverything() ? "" : """
                and exists (select from complaint_access a
                            where a.tracking_id = c.tracking_id and a.agency_code = any(:agencies))
                """;
        var perState = new ArrayList<String>();
        for (var state : List.of(State.RECEIVED, State.FORWARDED, State.ANSWERED)) {
            perState.add("(select tracking_id, state, lead_agency, state_since from complaint c where state = '" + state
                    + "' " + visible + " order by state_since limit :limit)");
        }
        return jdbc.sql("""
                        select tracking_id, state, lead_agency, coalesce(agency.alias, agency.name) as agency_name,
                               state_since
                        from (%s) waiting left join agency on agency.code = lead_agency
                        order by state_since, tracking_id limit :limit""".formatted(String.join(" union all ", perState)))
                .param("limit", OLDEST)
                .param("agencies", scope.agencies())
                .query(Waiting.class)
                .list();
    }

    private record Clocks(Running local, Running national) {}

    /** One grouping set's row: of a step of an owner, of an owner, or of all. */
    record Group(
            boolean local,
            @Nullable String owner,
            @Nullable Step step,
            long complaints,
            @Nullable Instant oldestDue,
            @Nullable String agencyName) {

        OwnerRunning with(List<StepRunning> steps) {
            return new OwnerRunning(
                    Objects.requireNonNull(owner), agencyName, complaints, Objects.requireNonNull(oldestDue), steps);
        }
    }

    record Amount(String label, long amount) {}

    record Counts(String label, long monthMet, long monthBreached, long yearMet, long yearBreached) {

        StepShare share() {
            return new StepShare(
                    Step.valueOf(label), new Share(monthMet, monthBreached), new Share(yearMet, yearBreached));
        }
    }
}
