package id.go.cirebonkab.lajur.simulator;

import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tracking ids: new ones have eight digits, like those of LAPOR! in a few years. */
@Component
@Profile("coba")
class Numbers {

    private static final Pattern WRITTEN = Pattern.compile("#?0*([1-9][0-9]{0,9})");

    private final RandomGenerator random;

    Numbers() {
        this(new SecureRandom());
    }

    Numbers(RandomGenerator random) {
        this.random = random;
    }

    long next() {
        return random.nextLong(10_000_000, 100_000_000);
    }

    static OptionalLong read(String text) {
        var matcher = WRITTEN.matcher(text.strip());
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
