package id.go.cirebonkab.lajur.bench;

import java.time.Duration;

/**
 * How long something runs before it is measured.
 *
 * @param atFirst after a server has started: the compiler needs thousands of requests
 * @param forAPage before each page
 */
record Warmth(Duration atFirst, Duration forAPage) {

    static Warmth of(Options options) {
        return options.each.compareTo(Duration.ofSeconds(5)) < 0
                ? new Warmth(Duration.ofSeconds(10), Duration.ofSeconds(1))
                : new Warmth(Duration.ofSeconds(30), Duration.ofSeconds(3));
    }
}
