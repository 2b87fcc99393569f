package id.go.cirebonkab.lajur.platform;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vault of an application whose {@code lajur.privacy.key} is another. */
public final class OtherKeys {

    private OtherKeys() {}

    public static Vault vault(JdbcClient jdbc, Clock systemClock, String privacyKey) {
        return new Vault(jdbc, MasterKeys.of(privacyKey), systemClock);
    }
}
