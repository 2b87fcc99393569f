package id.go.cirebonkab.lajur.account;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has proved just now who he or she is. A new way of signing in is given to such a person only, not to
 * whoever finds a desk unattended.
 */
@Component
class FreshProof {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock systemClock;

    FreshProof(Clock systemClock) {
        this.systemClock = systemClock;
    }

    boolean isGivenIn(@Nullable HttpSession session) {
        var proved = session == null ? null : SignedIn.provedAt(session);
        return proved != null && systemClock.instant().isBefore(proved.plus(FRESH));
    }
}
