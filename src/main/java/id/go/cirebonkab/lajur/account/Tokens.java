package id.go.cirebonkab.lajur.account;

import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody guesses: 256 bits by chance, as they stand in a link or a cookie. */
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
