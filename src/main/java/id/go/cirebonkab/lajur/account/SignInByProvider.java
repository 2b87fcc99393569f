package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.account.ProviderGuests.Guest;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * Signing in by the identity provider: authorization code with PKCE, state and nonce. Of what the provider gives, only the
 * id token is read, and nothing is kept. To sign out of Lajur is not to sign out of the provider.
 */
class SignInByProvider {

    private static final Logger log = LoggerFactory.getLogger(SignInByProvider.class);

    /** The provider has spoken, and it does not fit. All else anybody can bring about, as often as he or she likes. */
    private static final Set<String> SAID_BY_THE_PROVIDER = Set.of("invalid_nonce", "invalid_id_token");

    private final IdentityProvider provider;
    private final IdentityProviderSettings settings;
    private final ProviderGuests guests;
    private final Reception reception;
    private final AuditLog audit;

    SignInByProvider(
            IdentityProvider provider,
            IdentityProviderSettings settings,
            ProviderGuests guests,
            Reception reception,
            AuditLog audit) {
        this.provider = provider;
        this.settings = settings;
        this.guests = guests;
        this.reception = reception;
        this.audit = audit;
    }

    void addTo(HttpSecurity http) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(speakingOAuth());
        http.oauth2Login(way -> way.clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokensKept())
                .loginPage("/masuk")
                .loginProcessingUrl(IdentityProvider.WAY_BACK)
                .authorizationEndpoint(there -> there.authorizationRequestResolver(new WayToProvider(provider))
                        .authorizationRequestRepository(new ShortStay()))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                .userInfoEndpoint(person -> person.oidcUserService(guests))
                .successHandler(this::letIn)
                .failureHandler(this::turnAway)
                .withObjectPostProcessor(new TurnsAwayToo())
                .withObjectPostProcessor(new WrittenByReception<OAuth2LoginAuthenticationFilter>()));
    }

    private RestClient speakingOAuth() {
        return RestClient.builder()
                .requestFactory(provider.requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        var guest = (Guest) Objects.requireNonNull(signedIn.getPrincipal());
        reception.receive(request, response, guest.account(), guest.way());
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var problem = ProviderProblem.of(e);
        log.info("Nobody was signed in by the identity provider: {} ({})", problem, code(e));
        write(problem, e);
        response.sendRedirect(request.getContextPath() + "/masuk?penyedia=" + problem.word());
    }

    private void write(ProviderProblem problem, AuthenticationException e) {
        if (e instanceof NotConnected refused) {
            failed(refused.person().who(), problem.name());
        } else if (SAID_BY_THE_PROVIDER.contains(code(e))) {
            failed(settings.name(), code(e));
        }
    }

    private void failed(String who, String why) {
        audit.write(
                new Entry(null, who, Deed.SIGN_IN_FAILED, "account", null, SignInWay.IDENTITY_PROVIDER + ": " + why));
    }

    /** A code of the protocol; whatever else the provider or somebody in its name wrote is not repeated. */
    private static String code(AuthenticationException e) {
        var code = e instanceof OAuth2AuthenticationException said
                ? said.getError().getErrorCode()
                : e.getClass().getSimpleName();
        return code != null && code.matches("\\w{1,60}") ? code : "unknown";
    }

    /** The way there fails as the way back does. */
    private class TurnsAwayToo implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(SignInByProvider.this::turnAway);
            return filter;
        }
    }
}
