package id.go.cirebonkab.lajur.lapor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A notification's signature as its headers carry it: HMAC-SHA256 of the time and the body. The time is a part of it, so
 * that what was overheard can't be sent again later.
 *
 * @param timestamp epoch seconds, kept as they were written because they are signed that way
 */
record Signature(String timestamp, byte[] hmac) {

    static final String TIMESTAMP_HEADER = "X-Lajur-Timestamp";
    static final String SIGNATURE_HEADER = "X-Lajur-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern WRITTEN = Pattern.compile("sha256=([0-9a-fA-F]{64})");

    /** Why a signature is not taken; each has its sentence under {@code lapor.webhook.*}. */
    enum Flaw {
        MISSING,
        MALFORMED,
        STALE,
        WRONG
    }

    /** Looks at the headers alone, before any of the body is read. */
    static Optional<Flaw> flawOf(
            @Nullable String timestamp, @Nullable String signature, Instant now, Duration tolerance) {
        if (timestamp == null || timestamp.isBlank() || signature == null || signature.isBlank()) {
            return Optional.of(Flaw.MISSING);
        }
        if (!EPOCH_SECONDS.matcher(timestamp.strip()).matches()
                || !WRITTEN.matcher(signature.strip()).matches()) {
            return Optional.of(Flaw.MALFORMED);
        }
        var off = Math.abs(now.getEpochSecond() - Long.parseLong(timestamp.strip()));
        return off > tolerance.toSeconds() ? Optional.of(Flaw.STALE) : Optional.empty();
    }

    /** Reads headers that have no flaw. */
    static Signature read(String timestamp, String signature) {
        var hex = signature.strip().substring("sha256=".length());
        return new Signature(timestamp.strip(), HexFormat.of().parseHex(hex));
    }

    /** The secret that made this signature; tries all of them, so that the time it takes tells nothing. */
    Optional<String> madeWith(List<String> secrets, byte[] body) {
        String found = null;
        for (var secret : secrets) {
            if (MessageDigest.isEqual(hmac, sign(secret, timestamp, body))) {
                found = secret;
            }
        }
        return Optional.ofNullable(found);
    }

    static byte[] sign(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, impossible);
        }
    }
}
