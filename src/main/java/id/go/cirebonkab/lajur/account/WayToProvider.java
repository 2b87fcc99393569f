package id.go.cirebonkab.lajur.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One address leads to the provider, with PKCE; no other is taken for one. */
class WayToProvider implements OAuth2AuthorizationRequestResolver {

    private final RequestMatcher address =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, IdentityProvider.WAY_THERE);
    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    WayToProvider(IdentityProvider provider) {
        resolver = new DefaultOAuth2AuthorizationRequestResolver(provider);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return address.matches(request) ? resolver.resolve(request, IdentityProvider.ID) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
        return null;
    }
}
