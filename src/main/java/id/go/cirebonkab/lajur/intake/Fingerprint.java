package id.go.cirebonkab.lajur.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells a message that is sent again from a new one: by its words, white space aside, and the portal's time. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String content, @Nullable Instant createdAt) {
        var words = content.strip().replaceAll("\\s+", " ");
        return hex((words + "\n" + (createdAt == null ? "" : createdAt)).getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
