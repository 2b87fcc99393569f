package id.go.cirebonkab.lajur.report;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every few seconds: adds the loose deltas up. Any number of nodes may run it; each delta is folded once. */
@Component
class FoldJob {

    private static final int AT_ONCE = 2_000;
    private static final int ROUNDS = 20;

    private final JdbcClient jdbc;

    FoldJob(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "${lajur.report.fold-every:5s}")
    void run() {
        for (var round = 0; round < ROUNDS && fold() > 0; round++) {
            // what is left waits for the next turn
        }
    }

    /** One statement, so one transaction: a delta is gone exactly when its counter has grown. Returns how many were. */
    int fold() {
        return jdbc.sql("""
                        with taken as (
                            select id from figure_delta order by id limit :limit for update skip locked),
                        gone as (
                            delete from figure_delta using taken where figure_delta.id = taken.id
                            returning metric, label, agency_code, month, amount),
                        folded as (
                            insert into figure (metric, label, agency_code, month, amount)
                            select metric, label, agency_code, month, sum(amount) from gone
                            group by metric, label, agency_code, month
                            -- everybody in the same order, so that two folders never wait for each other in a circle
                            order by metric, label, agency_code, month
                            on conflict (metric, label, agency_code, month)
                                do update set amount = figure.amount + excluded.amount)
                        select count(*) from gone""").param("limit", AT_ONCE).query(Integer.class).single();
    }
}
