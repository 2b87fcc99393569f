package id.go.cirebonkab.lajur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursTests {

    @Test
    void aTimeFallsIntoTheFirstBucketThatHoldsIt() {
        assertThat(Hours.bucketOf(Duration.ZERO)).isEqualTo(1);
        assertThat(Hours.bucketOf(Duration.ofHours(1))).isEqualTo(1);
        assertThat(Hours.bucketOf(Duration.ofHours(1).plusSeconds(1))).isEqualTo(2);
        assertThat(Hours.bucketOf(Duration.ofDays(60))).isEqualTo(1_440);
        assertThat(Hours.bucketOf(Duration.ofDays(61))).isEqualTo(Hours.BEYOND);
    }

    @Test
    void theMedianIsTheBucketByWhichHalfAreDone() {
        assertThat(Hours.median(Map.of(24, 3L, 48, 1L, 72, 2L))).contains(24);
        assertThat(Hours.median(Map.of(24, 1L, 48, 1L, 72, 2L))).contains(48);
        assertThat(Hours.median(Map.of(24, 1L, Hours.BEYOND, 2L))).contains(Hours.BEYOND);
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(Hours.median(Map.of())).isEmpty();
        assertThat(Hours.median(Map.of(24, 0L))).isEmpty();
    }
}
