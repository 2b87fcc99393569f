package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.complaint.Transition;
import id.go.cirebonkab.lajur.complaint.Verb;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.sla.ClockEvent;
import id.go.cirebonkab.lajur.sla.Outcome;
import id.go.cirebonkab.lajur.sla.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what happens, in the transaction in which it happens. Only rows are added here, so that no two transactions
 * wait for each other over a counter; {@link FoldJob} adds them up.
 */
@Component
class Figures {

    /** The month of a stock. */
    static final LocalDate ALWAYS = LocalDate.EPOCH;

    private final JdbcClient jdbc;

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Transition move) {
        place(move);
        var month = monthOf(move.at());
        if (move.verb() == Verb.RECEIVE) {
            count(Metric.RECEIVED, "", Metric.NOBODY, month);
        } else if (move.verb() == Verb.RETURN_TO_DESK) {
            count(Metric.BOUNCED, "", orNobody(move.leadBefore()), month);
        } else if (move.verb() == Verb.MARK_INTERIM_RELAYED) {
            count(Metric.RELAYED, "INTERIM", countedUnder(move), month);
        } else if (move.verb() == Verb.MARK_FINAL_RELAYED) {
            var way = Duration.between(move.queuedAt(), move.at());
            count(Metric.RELAYED, "FINAL", countedUnder(move), month);
            count(Metric.WAY, String.valueOf(Hours.bucketOf(way)), countedUnder(move), month);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClockEvent event) {
        if (event.step() != Step.REPLY_WINDOW) {
            count(
                    event.outcome() == Outcome.MET ? Metric.STEP_MET : Metric.STEP_BREACHED,
                    event.step().name(),
                    Owner.isAgency(event.owner()) ? event.owner() : Metric.NOBODY,
                    monthOf(event.at()));
        }
    }

    /** Counts the complaint where it stands now and no longer where it stood. */
    private void place(Transition move) {
        jdbc.sql("""
                        with old as (select label, agency_code from figure_place where tracking_id = :id),
                        now_placed as (
                            insert into figure_place (tracking_id, label, agency_code) values (:id, :label, :agency)
                            on conflict (tracking_id) do update
                                set label = excluded.label, agency_code = excluded.agency_code
                            where (figure_place.label, figure_place.agency_code)
                                  is distinct from (excluded.label, excluded.agency_code)
                            returning label, agency_code)
                        insert into figure_delta (metric, label, agency_code, month, amount)
                        select :metric, old.label, old.agency_code, :month, -1 from old, now_placed
                        union all
                        select :metric, label, agency_code, :month, 1 from now_placed""")
                .param("id", move.trackingId().value())
                .param("label", move.to().name())
                .param("agency", countedUnder(move))
                .param("metric", Metric.STATE)
                .param("month", ALWAYS)
                .update();
    }

    private void count(String metric, String label, String agencyCode, LocalDate month) {
        jdbc.sql("""
                        insert into figure_delta (metric, label, agency_code, month, amount)
                        values (:metric, :label, :agency, :month, 1)""")
                .param("metric", metric)
                .param("label", label)
                .param("agency", agencyCode)
                .param("month", month)
                .update();
    }

    /** The lead agency, unless the complaint was hidden from it: then its figures must not betray that it exists. */
    private static String countedUnder(Transition move) {
        return move.lead() != null && move.visibleTo().contains(move.lead()) ? move.lead() : Metric.NOBODY;
    }

    private static String orNobody(@Nullable String agencyCode) {
        return agencyCode == null ? Metric.NOBODY : agencyCode;
    }

    private static LocalDate monthOf(Instant domainTime) {
        return LocalDate.ofInstant(domainTime, DomainClock.WIB).withDayOfMonth(1);
    }
}
