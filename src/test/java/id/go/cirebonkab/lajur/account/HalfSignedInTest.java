package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.cirebonkab.lajur.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.util.SerializationUtils;

class HalfSignedInTest {

    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    private final HalfSignedIn half = HalfSignedIn.at(
            NOW,
            new Account(7, "siti", "Siti", "", Role.SUPERVISOR, null, true, Instant.EPOCH),
            SignInWay.PASSWORD,
            SecondFactorRule.Step.CODE);

    @Test
    void itLastsTenMinutes() {
        assertThat(half.isOver(NOW.plus(Duration.ofMinutes(10)))).isFalse();
        assertThat(half.isOver(NOW.plus(Duration.ofMinutes(10)).plusSeconds(1))).isTrue();
    }

    /** So that the sessions of an account, half or whole, end together; and it is kept in the database. */
    @Test
    void itIsFoundByTheUserNameAndHasNoRole() {
        var token = UsernamePasswordAuthenticationToken.authenticated(half, null, List.of());

        var read = (UsernamePasswordAuthenticationToken)
                SerializationUtils.deserialize(SerializationUtils.serialize(token));

        assertThat(read.getName()).isEqualTo("siti");
        assertThat(read.getAuthorities()).isEmpty();
        assertThat(HalfSignedIn.of(read)).satisfies(it -> assertThat(it.id()).isEqualTo(half.id()));
    }
}
