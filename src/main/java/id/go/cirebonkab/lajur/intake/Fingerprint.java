package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.complaint.Wording;
import id.go.cirebonkab.lajur.shared.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells a message that is sent again from a new one: by its bare words and the portal's time. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String content, @Nullable Instant createdAt) {
        return Sha256.hex(Wording.bare(content) + "\n" + (createdAt == null ? "" : createdAt));
    }
}
