package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.sla.Step;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of the last twelve months that everybody may see, in two statements. What rests on fewer than
 * {@value #FEWEST} cases is not shown by itself, so that no figure tells of a single complaint.
 */
@Repository
class PublicFigures {

    static final int FEWEST = 5;

    /** The limits of the SOP, in its order. */
    static final List<Step> SOP = List.of(Step.NOTIFY, Step.FORWARD, Step.ANSWER, Step.REVIEW, Step.RELAY);

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;

    PublicFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Overview(MonthFigures year, List<MonthFigures> months, Agencies agencies) {}

    /**
     * One month, or all twelve together.
     *
     * @param month its first day; of all together, that of the first one
     * @param relayed final answers that the portal took
     * @param shares as many as {@link #SOP} has steps; empty where there were too few
     * @param median the bucket of {@link Hours} by which half of the answers had reached the portal
     */
    record MonthFigures(
            LocalDate month, long received, long relayed, List<Optional<Share>> shares, Optional<Integer> median) {}

    /** @param rest all agencies that are too small to be shown by themselves; {@code null} when there are none */
    record Agencies(List<AgencyFigures> shown, @Nullable Rest rest) {}

    record AgencyFigures(String name, long relayed, Optional<Share> answered) {}

    /** @param relayed empty when even together they are too few */
    record Rest(long agencies, Optional<Long> relayed) {}

    /** @param today in WIB, by the domain clock */
    @Transactional(readOnly = true)
    public Overview upTo(LocalDate today) {
        var last = today.withDayOfMonth(1);
        var first = last.minusMonths(MONTHS - 1);
        var counts = byMonth(first, last);
        var months = IntStream.range(0, MONTHS)
                .mapToObj(back -> last.minusMonths(back))
                .map(month -> figures(
                        month,
                        counts.stream()
                                .filter(count -> count.month().equals(month))
                                .toList()))
                .toList();
        return new Overview(figures(first, counts), months, suppressed(byAgency(first, last)));
    }

    private List<Count> byMonth(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select month, metric, label, sum(amount) as amount from %s
                        where metric in ('received', 'relayed', 'step.met', 'step.breached', 'hours.way')
                        and month between :first and :last
                        group by month, metric, label""".formatted(Dashboards.COUNTERS))
                .param("first", first)
                .param("last", last)
                .query(Count.class)
                .list();
    }

    private List<AgencyCount> byAgency(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select agency.name,
                               coalesce(sum(amount) filter (where metric = 'relayed'), 0) as relayed,
                               coalesce(sum(amount) filter (where metric = 'step.met'), 0) as met,
                               coalesce(sum(amount) filter (where metric = 'step.breached'), 0) as breached
                        from %s join agency on agency.code = agency_code
                        where metric in ('relayed', 'step.met', 'step.breached') and label in ('FINAL', 'ANSWER')
                        and month between :first and :last
                        group by agency.code, agency.name""".formatted(Dashboards.COUNTERS))
                .param("first", first)
                .param("last", last)
                .query(AgencyCount.class)
                .list();
    }

    private static MonthFigures figures(LocalDate month, List<Count> counts) {
        var way = new HashMap<Integer, Long>();
        counts.stream()
                .filter(count -> count.metric().equals(Metric.WAY))
                .forEach(count -> way.merge(Integer.valueOf(count.label()), count.amount(), Long::sum));
        var relayed = sum(counts, Metric.RELAYED, "FINAL");
        return new MonthFigures(
                month,
                sum(counts, Metric.RECEIVED, ""),
                relayed,
                SOP.stream()
                        .map(step -> new Share(
                                sum(counts, Metric.STEP_MET, step.name()),
                                sum(counts, Metric.STEP_BREACHED, step.name())))
                        .map(PublicFigures::unlessTooFew)
                        .toList(),
                relayed < FEWEST ? Optional.empty() : Hours.median(way));
    }

    private static long sum(List<Count> counts, String metric, String label) {
        return counts.stream()
                .filter(count -> count.metric().equals(metric) && count.label().equals(label))
                .mapToLong(Count::amount)
                .sum();
    }

    /** An agency stands by itself only with enough cases; the others are one row, and that only if it is enough. */
    static Agencies suppressed(List<AgencyCount> counts) {
        var shown = counts.stream()
                .filter(count -> count.relayed() >= FEWEST)
                .sorted(Comparator.comparingLong(AgencyCount::relayed)
                        .reversed()
                        .thenComparing(AgencyCount::name))
                .map(count -> new AgencyFigures(
                        count.name(), count.relayed(), unlessTooFew(new Share(count.met(), count.breached()))))
                .toList();
        var small = counts.stream()
                .filter(count -> count.relayed() > 0 && count.relayed() < FEWEST)
                .toList();
        if (small.isEmpty()) {
            return new Agencies(shown, null);
        }
        var together = small.stream().mapToLong(AgencyCount::relayed).sum();
        return new Agencies(
                shown, new Rest(small.size(), together < FEWEST ? Optional.empty() : Optional.of(together)));
    }

    private static Optional<Share> unlessTooFew(Share share) {
        return share.total() < FEWEST ? Optional.empty() : Optional.of(share);
    }

    record Count(LocalDate month, String metric, String label, long amount) {}

    record AgencyCount(String name, long relayed, long met, long breached) {}
}
