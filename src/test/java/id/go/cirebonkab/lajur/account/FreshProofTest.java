package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class FreshProofTest {

    private static final Instant PROVED = Instant.parse("2026-11-23T02:00:00Z");

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void aProofIsFreshForTenMinutes() {
        SignedIn.provedAgain(session, PROVED);

        assertThat(at(PROVED.plusSeconds(599)).isGivenIn(session)).isTrue();
        assertThat(at(PROVED.plusSeconds(600)).isGivenIn(session)).isFalse();
    }

    @Test
    void aStrangerHasProvedNothing() {
        assertThat(at(PROVED).isGivenIn(session)).isFalse();
        assertThat(at(PROVED).isGivenIn(null)).isFalse();
    }

    private static FreshProof at(Instant now) {
        return new FreshProof(Clock.fixed(now, ZoneOffset.UTC));
    }
}
