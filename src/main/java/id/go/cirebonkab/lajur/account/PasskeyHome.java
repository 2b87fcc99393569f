package id.go.cirebonkab.lajur.account;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The host and the addresses that passkeys are bound to. Without settings they are those of this very server. */
@Component
class PasskeyHome {

    private static final String HERE = "localhost";

    private final PasskeySettings settings;
    private final Environment environment;

    PasskeyHome(PasskeySettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    String host() {
        var url = publicUrl();
        if (settings.rpId() != null && !settings.rpId().isBlank()) {
            return settings.rpId().strip();
        }
        return url == null ? HERE : url.getHost();
    }

    Set<String> origins() {
        var url = publicUrl();
        if (settings.origins() != null && !settings.origins().isEmpty()) {
            return Set.copyOf(settings.origins());
        }
        return Set.of(url == null ? "http://" + HERE + ":" + port() : originOf(url));
    }

    /** As {@code notify} reads it, which also says where it is no address. */
    private @Nullable URI publicUrl() {
        var written = environment.getProperty("lajur.public-url", "").strip();
        return written.isEmpty() ? null : URI.create(written);
    }

    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }

    /** As browsers write it. */
    private static String originOf(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
