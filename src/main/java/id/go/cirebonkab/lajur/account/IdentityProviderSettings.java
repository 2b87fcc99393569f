package id.go.cirebonkab.lajur.account;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The regency's identity provider, by OpenID Connect. Without an issuer there is none.
 *
 * <p>Settings of our own and not {@code spring.security.oauth2.client.*}: those take a dozen names where three will do, ask
 * the provider at the start, which then fails while the provider is down, and have tokens kept in memory.
 *
 * @param issuer how the provider names itself, such as {@code https://sso.cirebonkab.go.id/realms/pegawai}
 * @param clientSecret without one Lajur is a public client; PKCE is used either way
 * @param name what people call the provider, for the button on the sign-in page
 * @param match which claim is the name that the system administrator writes beside an account
 */
@ConfigurationProperties("lajur.account.oidc")
record IdentityProviderSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("SSO") String name,
        @DefaultValue("USERNAME") Match match) {

    /** How somebody is found the first time. */
    enum Match {
        /** The claim {@code preferred_username}. */
        USERNAME("preferred_username", "profile"),
        /** The claim {@code email}, if the provider says that it is verified. */
        EMAIL("email", "email");

        private final String claim;
        private final String scope;

        Match(String claim, String scope) {
            this.claim = claim;
            this.scope = scope;
        }

        String claim() {
            return claim;
        }
    }

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127[.]\\d{1,3}[.]\\d{1,3}[.]\\d{1,3}|\\[::1\\]", Pattern.CASE_INSENSITIVE);

    IdentityProviderSettings {
        issuer = StringUtils.hasText(issuer) ? issuer.strip() : null;
        clientId = StringUtils.hasText(clientId) ? clientId.strip() : null;
        clientSecret = StringUtils.hasText(clientSecret) ? clientSecret.strip() : null;
        name = StringUtils.hasText(name) ? name.strip() : "SSO";
        if (issuer != null) {
            if (!isPrivate(issuer, true)) {
                throw new IllegalArgumentException(
                        "lajur.account.oidc.issuer must start with https:// and a host (http:// for this machine only),"
                                + " without anything behind a question mark");
            }
            if (clientId == null) {
                throw new IllegalArgumentException(
                        "lajur.account.oidc.client-id is missing: the name under which the provider knows Lajur");
            }
        }
    }

    boolean isConfigured() {
        return issuer != null;
    }

    List<String> scopes() {
        return List.of("openid", match.scope);
    }

    /** Whether nobody on the way can read what is sent there; an open connection only where the issuer is this machine. */
    boolean isPrivate(String endpoint) {
        return isPrivate(endpoint, issuer != null && issuer.startsWith("http:"));
    }

    private static boolean isPrivate(String url, boolean mayBeThisMachine) {
        try {
            var uri = URI.create(url);
            var onThisMachine =
                    uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches();
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && onThisMachine && mayBeThisMachine);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the secret, so that no log ever shows it. */
    @Override
    public String toString() {
        return "IdentityProviderSettings[issuer=" + issuer + ", clientId=" + clientId + ", match=" + match + "]";
    }
}
