package id.go.cirebonkab.lajur.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param key wraps the keys of personal data: 32 bytes in Base64; several, separated by commas, while it is changed. With the
 *     embedded database it may be absent: one is then made and kept in its directory
 */
@ConfigurationProperties("lajur.privacy")
record PrivacySettings(@Nullable String key) {

    @Override
    public String toString() {
        return "PrivacySettings[hidden]";
    }
}
