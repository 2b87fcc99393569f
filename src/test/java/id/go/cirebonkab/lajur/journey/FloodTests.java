package id.go.cirebonkab.lajur.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import id.go.cirebonkab.lajur.support.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Gateways that hand over more than the limit lets through, each notification twice at about the same moment, and that
 * come again after the pause they are told. In short by default; {@code bin/proof floods} for
 * long.
 */
@TestPropertySource(properties = "lajur.lapor.webhook.per-second=${lajur.proof.flood-rate:10}")
class FloodTests extends Journey {

    private static final int GATEWAYS = 16;
    private static final int TIMES_SENT = 2;

    @Autowired
    JdbcClient jdbc;

    private final Proof proof = Proof.of("floods", "lajur.proof.floods", 40);
    private final Queue<Notice> again = new ConcurrentLinkedQueue<>();
    private final Map<Long, List<String>> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch busy = new CountDownLatch(GATEWAYS);

    @Test
    void ofAFloodEveryNotificationIsTakenOnce() throws Exception {
        var before = counts();
        var gateways = Executors.newScheduledThreadPool(GATEWAYS);
        try {
            for (var gateway = 0; gateway < GATEWAYS; gateway++) {
                gateways.execute(() -> send(null, gateways));
            }
            busy.await();
        } finally {
            gateways.shutdownNow();
        }
        assertThat(failures).isEmpty();
        assertThat(turnedAway).as("the limit was reached").hasPositiveValue();
        assertThat(outcomes)
                .hasSize(proof.round())
                .allSatisfy((id, both) -> assertThat(both).containsExactlyInAnyOrder("accepted", "duplicate"));
        assertThat(counts())
                .isEqualTo(before.plus(
                        new Counts((long) TIMES_SENT * proof.round(), proof.round(), proof.round(), proof.round())));
        proof.holds("each sent twice by %d gateways and taken once, %d times turned away and let in later"
                .formatted(GATEWAYS, turnedAway.get()));
    }

    /** One gateway: sends the notification that was turned away, or the next one, until there is none. */
    private void send(@Nullable Notice turnedAwayBefore, ScheduledExecutorService gateways) {
        try {
            var notice = turnedAwayBefore == null ? next() : turnedAwayBefore;
            if (notice == null) {
                busy.countDown();
                return;
            }
            var answer = notice.isHandedOver();
            if (answer.status() == 429) {
                turnedAway.incrementAndGet();
                var pause = Long.parseLong(answer.header("Retry-After"));
                gateways.schedule(() -> send(notice, gateways), pause, TimeUnit.SECONDS);
                return;
            }
            String outcome = JsonPath.read(answer.is(202).body(), "$.outcome");
            outcomes.computeIfAbsent(notice.toCase().id(), id -> new ArrayList<>());
            outcomes.computeIfPresent(notice.toCase().id(), (id, both) -> {
                both.add(outcome);
                return both;
            });
            gateways.execute(() -> send(null, gateways));
        } catch (Throwable failure) {
            failures.add(failure);
            busy.countDown();
        }
    }

    private @Nullable Notice next() {
        var second = again.poll();
        if (second != null || !proof.goesOn()) {
            return second;
        }
        var notice = given.aNotification();
        again.add(notice);
        return notice;
    }

    private record Counts(long messages, long complaints, long firstEntries, long runningClocks) {

        Counts plus(Counts more) {
            return new Counts(
                    messages + more.messages,
                    complaints + more.complaints,
                    firstEntries + more.firstEntries,
                    runningClocks + more.runningClocks);
        }
    }

    private Counts counts() {
        return jdbc.sql("""
                        select (select count(*) from raw_message where status = 'READ') as messages,
                               (select count(*) from complaint) as complaints,
                               (select count(*) from history where from_state is null) as first_entries,
                               (select count(*) from clock where step = 'FORWARD' and outcome = 'RUNNING') as running_clocks
                        """).query(Counts.class).single();
    }
}
