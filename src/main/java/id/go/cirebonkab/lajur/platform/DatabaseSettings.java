package id.go.cirebonkab.lajur.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param database {@code embedded} for the PostgreSQL that Lajur brings along, {@code url} for the one that
 *     spring.datasource.url names; if unset, the url if there is one, and else the embedded one in the profile coba only
 * @param dataDir where the embedded PostgreSQL keeps everything
 */
@ConfigurationProperties("lajur")
record DatabaseSettings(
        @Nullable String database, @DefaultValue("./data") String dataDir) {

    Path dataPath() {
        return Path.of(dataDir);
    }
}
