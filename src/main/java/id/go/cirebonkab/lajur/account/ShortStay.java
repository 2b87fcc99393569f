package id.go.cirebonkab.lajur.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Keeps state, nonce and verifier in the session while somebody is at the provider; a session made for that is short. */
class ShortStay implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration AT_THE_PROVIDER = Duration.ofMinutes(10);

    private final HttpSessionOAuth2AuthorizationRequestRepository kept =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest authorizationRequest,
            HttpServletRequest request,
            HttpServletResponse response) {
        var isNew = request.getSession(false) == null;
        kept.saveAuthorizationRequest(authorizationRequest, request, response);
        var session = request.getSession(false);
        if (isNew && session != null) {
            session.setMaxInactiveInterval((int) AT_THE_PROVIDER.toSeconds());
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return kept.removeAuthorizationRequest(request, response);
    }
}
