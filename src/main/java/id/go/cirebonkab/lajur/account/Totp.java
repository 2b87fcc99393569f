package id.go.cirebonkab.lajur.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes by time: RFC 6238 with what every authenticator application knows, that is SHA-1, thirty seconds and six digits.
 *
 * @param secret in base32, as people type it
 */
record Totp(String secret) {

    /** How many digits a code has. */
    static final int DIGITS = 6;

    private static final Duration STEP = Duration.ofSeconds(30);
    /** In bytes; RFC 4226 recommends as many. */
    private static final int SECRET = 20;
    /** For a telephone whose clock is a little off, and for slow hands. */
    private static final int TOLERATED_STEPS = 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(
            STEP, DIGITS, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);

    static Totp fresh() {
        var bytes = new byte[SECRET];
        RANDOM.nextBytes(bytes);
        return new Totp(new Base32().encodeToString(bytes));
    }

    /** Which step's code that is; empty when it is none of about now. */
    OptionalLong stepOf(String code, Instant now) {
        for (var off = -TOLERATED_STEPS; off <= TOLERATED_STEPS; off++) {
            var then = now.plus(STEP.multipliedBy(off));
            if (isSame(codeAt(then), code)) {
                return OptionalLong.of(then.getEpochSecond() / STEP.toSeconds());
            }
        }
        return OptionalLong.empty();
    }

    String codeAt(Instant time) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret), "RAW");
            return CODES.generateOneTimePasswordString(key, time, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes any key", e);
        }
    }

    /** In groups of four, to be typed. */
    String inGroups() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the picture says to the telephone. */
    String address(String username) {
        return "otpauth://totp/Lajur:" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "?secret=" + secret
                + "&issuer=Lajur&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    private static boolean isSame(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret is not for logs. */
    @Override
    public String toString() {
        return "Totp[]";
    }
}
