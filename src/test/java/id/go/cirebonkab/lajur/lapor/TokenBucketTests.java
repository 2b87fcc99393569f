package id.go.cirebonkab.lajur.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private final TokenBucket bucket = new TokenBucket(200, nanos::get);

    @Test
    void letsASecondsWorthThroughAtOnceAndNoMore() {
        assertThat(takenOf(1000)).isEqualTo(200);
    }

    @Test
    void fillsUpAgainAsTimePasses() {
        takenOf(1000);

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));

        assertThat(takenOf(1000)).isEqualTo(100);
    }

    @Test
    void savesNothingBeyondASecond() {
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));

        assertThat(takenOf(1000)).isEqualTo(200);
    }

    private long takenOf(int tries) {
        return IntStream.range(0, tries).filter(i -> bucket.take()).count();
    }
}
