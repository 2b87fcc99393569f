package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.account.Throttle.Limit;
import id.go.cirebonkab.lajur.support.RoomTest;
import id.go.cirebonkab.lajur.support.StandingClock;
import id.go.cirebonkab.lajur.support.Together;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How often a password may be tried. */
@RoomTest
class ThrottleTests {

    private final StandingClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Throttle throttle;
    private Limit name;

    ThrottleTests(
            @Autowired StandingClock clock, @Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.throttle = new Throttle(jdbc, clock, transaction);
    }

    @BeforeEach
    void aNameThatNobodyHasTriedYet() {
        name = limit(5);
    }

    @Test
    void afterFiveFailuresThePauseGrowsWithEachFurtherOneUpToItsLongest() {
        for (var time = 0; time < 5; time++) {
            assertThat(throttle.count(name)).isEmpty();
        }

        for (var minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            assertThat(throttle.count(name)).contains(Duration.ofMinutes(minutes));
            clock.forward(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(throttle.count(name)).contains(Duration.ofSeconds(1));
            clock.forward(Duration.ofSeconds(1));
            assertThat(throttle.count(name)).isEmpty();
        }
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        fail(5);
        for (var time = 0; time < 20; time++) {
            assertThat(throttle.count(name)).contains(Duration.ofMinutes(1));
        }
    }

    @Test
    void fewFailuresOverALongTimeAreNoAttack() {
        for (var time = 0; time < 20; time++) {
            assertThat(throttle.count(name)).as("try %s", time).isEmpty();
            clock.forward(Duration.ofMinutes(4));
        }
    }

    @Test
    void aQuietSpanAfterThePauseEndsIt() {
        fail(5);
        clock.forward(Duration.ofMinutes(16));

        fail(5);

        assertThat(throttle.count(name)).contains(Duration.ofMinutes(1));
    }

    @Test
    void soManyAtOnceAreNoMoreThanSoManyOneAfterTheOther() throws Exception {
        Callable<Boolean> tries = () -> throttle.count(name).isEmpty();

        var admitted = Together.all(Collections.nCopies(20, tries).toArray(Callable[]::new));

        assertThat(admitted.stream().filter(Boolean.TRUE::equals)).hasSize(5);
    }

    @Test
    void twoPeopleWithLimitsInCommonDoNotWaitForEachOtherForEver() throws Exception {
        var address = limit(1_000);
        Callable<Boolean> one = () -> throttle.count(name, address).isEmpty();
        var other = limit(1_000);
        Callable<Boolean> two = () -> throttle.count(address, other).isEmpty();

        var ended = Together.all(one, two, one, two, one, two, one, two);

        assertThat(ended).containsOnly(true);
    }

    @Test
    void aTryThatOneLimitRefusesIsCountedByNone() {
        var address = limit(6);
        fail(5);
        assertThat(throttle.count(name, address)).isPresent();

        for (var time = 0; time < 6; time++) {
            assertThat(throttle.count(address)).isEmpty();
        }
        assertThat(throttle.count(address)).isPresent();
    }

    /** Whoever floods the door makes nobody wait, and fills no table. */
    @Test
    void aRefusedTryWaitsForNobodyAndLeavesNothing() {
        fail(5);
        var other = limit(5);

        var refused = transaction.execute(status -> {
            jdbc.sql("select key from attempt where key = ? for update")
                    .params(name.key())
                    .query(String.class)
                    .single();
            return CompletableFuture.supplyAsync(() -> throttle.count(other, name))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(refused).contains(Duration.ofMinutes(1));
        assertThat(rows(other.key())).isZero();
    }

    @Test
    void ofManyAtOnceTheRefusedLeaveNothingEither() throws Exception {
        var others = Stream.generate(() -> limit(5)).limit(20).toList();

        var admitted = Together.all(others.stream()
                .map(other ->
                        (Callable<Boolean>) () -> throttle.count(name, other).isEmpty())
                .toArray(Callable[]::new));

        assertThat(admitted.stream().filter(Boolean.TRUE::equals)).hasSize(5);
        assertThat(others.stream().mapToLong(other -> rows(other.key())).sum()).isEqualTo(5);
    }

    @Test
    void aSuccessTakesItsTryBackOrForgivesAll() {
        fail(5);
        throttle.takeBack(name.key());
        assertThat(throttle.count(name)).isEmpty();
        assertThat(throttle.count(name)).isPresent();

        throttle.forgive(name.key());

        fail(5);
    }

    @Test
    void aClockThatWasSetBackLocksNobodyOut() {
        fail(5);
        jdbc.sql("update attempt set since = since + interval '9 years', last_at = last_at + interval '9 years'"
                        + " where key = ?")
                .params(name.key())
                .update();

        assertThat(throttle.count(name)).isEmpty();
    }

    /** Another node's, or that of who has waited for the row. */
    @Test
    void aClockThatIsALittleBehindNeitherForgivesNorRefuses() {
        fail(4);
        clock.forward(Duration.ofSeconds(-2));
        fail(1);
        clock.forward(Duration.ofSeconds(-2));

        assertThat(throttle.count(name)).contains(Duration.ofSeconds(62));
        clock.forward(Duration.ofSeconds(4));
    }

    @Test
    void whatIsOverIsThrownAway() {
        fail(1);
        clock.forward(Duration.ofDays(3));

        throttle.tidy();

        assertThat(rows(name.key())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "fe80:0:0:0:1:2:3:4%eth0, fe80000000000000",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7"
    })
    void aHouseHasOneAddressByIpv4AndASixtyFourByIpv6(String address, String network) {
        assertThat(Doorkeeper.network(address)).isEqualTo(network);
    }

    private long rows(String key) {
        return jdbc.sql("select count(*) from attempt where key = ?")
                .params(key)
                .query(Long.class)
                .single();
    }

    private void fail(int times) {
        for (var time = 0; time < times; time++) {
            assertThat(throttle.count(name)).isEmpty();
        }
    }

    private static Limit limit(int tries) {
        var minute = Duration.ofMinutes(1);
        return new Limit("test:" + UUID.randomUUID(), tries, minute.multipliedBy(15), minute, minute.multipliedBy(15));
    }
}
