package id.go.cirebonkab.lajur.account;

import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Somebody who has given the right password and not yet a code. He or she has no role, so that no page opens.
 *
 * @param id of this sign-in; wrong codes are counted by it
 * @param step what is to be done next
 * @param until after it the password is asked for again
 */
record HalfSignedIn(UUID id, Account account, SignInWay way, SecondFactorRule.Step step, Instant until)
        implements Principal, Serializable {

    static final Duration LONGEST = Duration.ofMinutes(10);

    static HalfSignedIn at(Instant now, Account account, SignInWay way, SecondFactorRule.Step step) {
        return new HalfSignedIn(UUID.randomUUID(), account, way, step, now.plus(LONGEST));
    }

    /** {@code null} for a stranger, and for who is signed in. */
    static @Nullable HalfSignedIn of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof HalfSignedIn half ? half : null;
    }

    /** The user name, by which an account's sessions are found. */
    @Override
    public String getName() {
        return account.getUsername();
    }

    /** Where the next step is done. */
    String page() {
        return step == SecondFactorRule.Step.SET_UP ? "/masuk/faktor-kedua" : "/masuk/kode";
    }

    boolean isOver(Instant now) {
        return now.isAfter(until);
    }
}
