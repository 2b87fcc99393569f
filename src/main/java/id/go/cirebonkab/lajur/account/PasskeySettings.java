package id.go.cirebonkab.lajur.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What passkeys are bound to. Once there are some, another host makes them useless.
 *
 * @param rpId the host; that of the public URL when absent
 * @param origins from where they may be used, such as {@code https://lajur.cirebonkab.go.id}; the public URL's when absent
 */
@ConfigurationProperties("lajur.account.passkey")
record PasskeySettings(@Nullable String rpId, @Nullable List<String> origins) {}
