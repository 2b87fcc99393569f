package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries in the database, so that each node knows of all. A try is counted before it is made, and taken back when it
 * succeeds: so many at once are no more than so many one after the other.
 */
@Component
class Throttle {

    /** Longer than any of the spans and pauses that there are. */
    private static final Duration KEPT = Duration.ofDays(2);
    /** Nodes' clocks differ, and who waits for a row has looked at the clock before. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock systemClock;
    private final TransactionTemplate transaction;

    Throttle(JdbcClient jdbc, Clock systemClock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
        this.transaction = transaction;
    }

    /**
     * So many tries within a span; each further one after a pause, which doubles. A quiet span after a pause ends it all.
     *
     * @param key what is counted; names nobody
     */
    record Limit(String key, int tries, Duration within, Duration firstPause, Duration longestPause) {

        private Duration pauseAfter(int failures) {
            if (failures < tries) {
                return Duration.ZERO;
            }
            var doubled = firstPause.multipliedBy(1L << Math.min(failures - tries, 20));
            return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
        }
    }

    record Count(int failures, Instant since, Instant lastAt) {

        /** Also when the clock was set back: nobody waits for a time that may be years away. */
        private boolean isOver(Limit limit, Instant now) {
            var end = failures < limit.tries()
                    ? since.plus(limit.within())
                    : lastAt.plus(limit.pauseAfter(failures)).plus(limit.within());
            return !now.isBefore(end) || now.plus(SKEW).isBefore(lastAt);
        }

        private Count at(Instant now, Limit limit) {
            return isOver(limit, now) ? new Count(0, now, now) : this;
        }

        private Duration wait(Instant now, Limit limit) {
            var pause = limit.pauseAfter(failures);
            return pause.isZero() ? pause : Duration.between(now, lastAt.plus(pause));
        }
    }

    /** Counts a try against all of the limits, or against none and says how long to wait. */
    Optional<Duration> count(Limit... limits) {
        // In one order for everybody: two people must not wait for each other's rows.
        var inOrder = Stream.of(limits).sorted(Comparator.comparing(Limit::key)).toList();
        // Looked at without a lock first: who is refused over and over makes nobody wait.
        var refused = longestWait(inOrder, this::known);
        return refused.isPresent() ? refused : countUnderLock(inOrder);
    }

    private Optional<Duration> countUnderLock(List<Limit> inOrder) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var now = systemClock.instant();
            var counts = new HashMap<String, Count>();
            var refused = longestWait(inOrder, limit -> {
                var count = held(limit, now);
                counts.put(limit.key(), count);
                return Optional.of(count);
            });
            if (refused.isPresent()) {
                status.setRollbackOnly();
                return refused;
            }
            for (var limit : inOrder) {
                write(limit, Objects.requireNonNull(counts.get(limit.key())).at(now, limit), now);
            }
            return Optional.empty();
        }));
    }

    /** Empty where none of the limits makes one wait. */
    private Optional<Duration> longestWait(List<Limit> limits, Function<Limit, Optional<Count>> counted) {
        var now = systemClock.instant();
        return limits.stream()
                .flatMap(limit -> counted.apply(limit).stream()
                        .map(count -> count.at(now, limit).wait(now, limit)))
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .max(Comparator.naturalOrder());
    }

    private Optional<Count> known(Limit limit) {
        return jdbc.sql("select failures, since, last_at from attempt where key = ?")
                .params(limit.key())
                .query(Count.class)
                .optional();
    }

    /** The row, locked until the end of the transaction. */
    private Count held(Limit limit, Instant now) {
        return jdbc.sql("""
                        insert into attempt as a (key, failures, since, last_at) values (:key, 0, :now, :now)
                        on conflict (key) do update set failures = a.failures returning failures, since, last_at""")
                .param("key", limit.key())
                .param("now", Times.offset(now))
                .query(Count.class)
                .single();
    }

    private void write(Limit limit, Count before, Instant now) {
        jdbc.sql("update attempt set failures = ?, since = ?, last_at = ? where key = ?")
                .params(before.failures() + 1, Times.offset(before.since()), Times.offset(now), limit.key())
                .update();
    }

    /** That try was none. */
    void takeBack(String key) {
        jdbc.sql("update attempt set failures = failures - 1 where key = ? and failures > 0")
                .params(key)
                .update();
    }

    /** All that was counted under this key is over. */
    void forgive(String key) {
        jdbc.sql("delete from attempt where key = ?").params(key).update();
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "1m")
    void tidy() {
        jdbc.sql("delete from attempt where last_at < ?")
                .params(Times.offset(systemClock.instant().minus(KEPT)))
                .update();
    }
}
