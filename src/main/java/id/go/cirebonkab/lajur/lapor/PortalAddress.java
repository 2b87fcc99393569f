package id.go.cirebonkab.lajur.lapor;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Where the portal's API is. In the profile coba that is the imitation on this very server, whatever its port. */
@Component
class PortalAddress {

    private final ApiSettings settings;
    private final Environment environment;

    PortalAddress(ApiSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    boolean isKnown() {
        return settings.baseUrl() != null || isImitated();
    }

    /** Empty without a portal, and in coba until the server listens. */
    Optional<String> baseUrl() {
        if (settings.baseUrl() != null) {
            return Optional.of(settings.baseUrl());
        }
        return isImitated()
                ? Optional.ofNullable(environment.getProperty("local.server.port"))
                        .map(port -> "http://127.0.0.1:" + port + "/simulasi/api")
                : Optional.empty();
    }

    private boolean isImitated() {
        return environment.acceptsProfiles(Profiles.of("coba"));
    }
}
