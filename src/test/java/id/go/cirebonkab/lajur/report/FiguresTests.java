package id.go.cirebonkab.lajur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.sla.ClockEvent;
import id.go.cirebonkab.lajur.sla.Outcome;
import id.go.cirebonkab.lajur.sla.Step;
import id.go.cirebonkab.lajur.support.OwnDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OwnDatabase
@SpringBootTest(classes = Story.Rooms.class, webEnvironment = WebEnvironment.NONE)
class FiguresTests {

    @Autowired
    private Story story;

    @Autowired
    private FoldJob folding;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void aMondayMorning() {
        story.beginsAt("2026-11-23T09:00");
    }

    @Test
    void aComplaintIsCountedWhereItStandsAndOnlyThere() {
        var id = story.complaintArrives();
        assertThat(counters("state")).isEqualTo(Map.of("RECEIVED//1970-01-01", 1L));

        story.forward(id, "dputr");
        assertThat(counters("state")).isEqualTo(Map.of("FORWARDED/dputr/1970-01-01", 1L));

        story.returnToDesk(id, "dputr");
        story.forward(id, "dlh");
        story.answer(id, "dlh");
        story.relay(id);
        assertThat(counters("state")).isEqualTo(Map.of("RELAYED/dlh/1970-01-01", 1L));
        assertThat(counters("received")).isEqualTo(Map.of("//2026-11-01", 1L));
        assertThat(counters("relayed")).isEqualTo(Map.of("FINAL/dlh/2026-11-01", 1L));
        assertThat(counters("bounced")).isEqualTo(Map.of("/dputr/2026-11-01", 1L));
    }

    @Test
    void aMonthBeginsAtMidnightInWib() {
        story.goesOnAt("2026-11-30T23:59");
        story.complaintArrives();
        story.goesOnAt("2026-12-01T00:00");
        story.complaintArrives();

        assertThat(counters("received")).isEqualTo(Map.of("//2026-11-01", 1L, "//2026-12-01", 1L));
    }

    @Test
    void theWholeWayGoesIntoAHistogram() {
        var id = story.complaintForwardedTo("dputr");
        story.goesOnAt("2026-11-24T08:00");
        story.answer(id, "dputr");
        story.relay(id);

        assertThat(counters("hours.way")).isEqualTo(Map.of("24/dputr/2026-11-01", 1L));
    }

    @Test
    void stepsInTimeAndLateOnesAreCountedForTheirOwner() {
        story.complaintAnsweredBy("dputr");
        story.complaintForwardedTo("dlh");
        story.goesOnAt("2026-11-24T10:00");

        assertThat(counters("step.met"))
                .containsEntry("FORWARD//2026-11-01", 2L)
                .containsEntry("ANSWER/dputr/2026-11-01", 1L)
                .containsEntry("RELAY//2026-11-01", 1L);
        assertThat(counters("step.breached")).isEqualTo(Map.of("ANSWER/dlh/2026-11-01", 1L));
    }

    @Test
    void aLateStepIsCountedOnceThoughItEndsLater() {
        var id = story.complaintForwardedTo("dlh");
        story.goesOnAt("2026-11-24T10:00");
        story.answer(id, "dlh");

        assertThat(counters("step.breached")).isEqualTo(Map.of("ANSWER/dlh/2026-11-01", 1L));
        assertThat(counters("step.met")).doesNotContainKey("ANSWER/dlh/2026-11-01");
    }

    @Test
    void theFiguresOfAnAccusedAgencyDoNotBetrayTheComplaint() {
        var id = story.complaintAnsweredBy("dputr");
        story.becomesPengawasan(id, "dputr");

        assertThat(counters("state")).isEqualTo(Map.of("RELAYED//1970-01-01", 1L));
    }

    @Test
    void withoutTheTransactionOfTheChangeNothingIsCounted() {
        var event = new ClockEvent(new TrackingId(1), Step.ANSWER, "dputr", Outcome.MET, Instant.EPOCH);

        assertThatThrownBy(() -> events.publishEvent(event)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aChangeThatIsUndoneIsNotCounted() {
        transaction.executeWithoutResult(status -> {
            story.complaintArrives();
            status.setRollbackOnly();
        });

        assertThat(counters("received")).isEmpty();
    }

    @Test
    void foldingChangesNoFigure() {
        story.complaintAnsweredBy("dputr");
        var before = allCounters();

        folding.run();

        assertThat(looseDeltas()).isZero();
        assertThat(allCounters()).isEqualTo(before);

        story.complaintAnsweredBy("dputr");
        folding.run();

        assertThat(counters("relayed")).isEqualTo(Map.of("FINAL/dputr/2026-11-01", 2L));
    }

    @Test
    void twoFoldersAtOnceLoseAndDoubleNothingAndAPageSeesTheSameAllTheWhile() throws Exception {
        var deltas = 60_000L;
        jdbc.sql("""
                        insert into figure_delta (metric, label, agency_code, month, amount)
                        select 'received', '', 'agency-' || n % 7, date '2026-11-01', 1 from generate_series(1, :n) n""").param("n", deltas).update();
        Callable<Long> folder = () -> {
            var folded = 0L;
            for (var turn = folding.fold(); turn > 0; turn = folding.fold()) {
                folded += turn;
                assertThat(sum("received")).isEqualTo(deltas);
            }
            return folded;
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var folded = threads.invokeAll(List.of(folder, folder));

            assertThat(folded.get(0).get() + folded.get(1).get()).isEqualTo(deltas);
            assertThat(looseDeltas()).isZero();
            assertThat(counters("received").values()).hasSize(7).allMatch(amount -> amount >= deltas / 7);
            assertThat(sum("received")).isEqualTo(deltas);
        } finally {
            threads.shutdown();
        }
    }

    private Map<String, Long> counters(String metric) {
        var found = new TreeMap<String, Long>();
        allCounters().forEach((key, amount) -> {
            if (key.startsWith(metric + ":")) {
                found.put(key.substring(metric.length() + 1), amount);
            }
        });
        return found;
    }

    private Map<String, Long> allCounters() {
        var found = new TreeMap<String, Long>();
        jdbc.sql(
                        "select metric || ':' || label || '/' || agency_code || '/' || month as key, sum(amount) as amount from "
                                + Dashboards.COUNTERS + "group by 1 having sum(amount) <> 0")
                .query((row, number) -> found.put(row.getString("key"), row.getLong("amount")))
                .list();
        return found;
    }

    private long sum(String metric) {
        return jdbc.sql("select coalesce(sum(amount), 0) from " + Dashboards.COUNTERS + "where metric = ?")
                .params(metric)
                .query(Long.class)
                .single();
    }

    private long looseDeltas() {
        return jdbc.sql("select count(*) from figure_delta").query(Long.class).single();
    }
}
