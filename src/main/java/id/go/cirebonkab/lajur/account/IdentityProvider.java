package id.go.cirebonkab.lajur.account;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/**
 * What the regency's identity provider says about itself. It is asked when somebody first wants to sign in by it, and again
 * until it has answered, so that Lajur starts and works without it.
 */
class IdentityProvider implements ClientRegistrationRepository {

    static final String ID = "oidc";
    static final String WAY_THERE = "/oauth2/authorization/" + ID;
    static final String WAY_BACK = "/login/oauth2/code/" + ID;

    private static final Logger log = LoggerFactory.getLogger(IdentityProvider.class);
    private static final List<String> ENDPOINTS = List.of("authorization_endpoint", "token_endpoint", "jwks_uri");

    private final IdentityProviderSettings settings;
    private final ClientHttpRequestFactory requests = patientForSeconds();
    private volatile @Nullable ClientRegistration known;

    IdentityProvider(IdentityProviderSettings settings) {
        this.settings = settings;
    }

    /** Waits a few seconds only, and follows no redirect: only the settings say whom Lajur calls. */
    private static ClientHttpRequestFactory patientForSeconds() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(Duration.ofSeconds(10));
        return factory;
    }

    ClientHttpRequestFactory requests() {
        return requests;
    }

    /** @throws ProviderUnreachable when it does not answer, or not as it should */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        var registration = known;
        if (registration == null) {
            registration = ask();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration ask() {
        try {
            return registration(description());
        } catch (ProviderUnreachable e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("The identity provider {} can't be asked: {}", settings.issuer(), e.toString());
            throw new ProviderUnreachable(e);
        }
    }

    private Map<String, Object> description() {
        var answer = RestClient.builder()
                .requestFactory(requests)
                .build()
                .get()
                .uri(String.valueOf(settings.issuer()).replaceFirst("/+$", "") + "/.well-known/openid-configuration")
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .toEntity(new ParameterizedTypeReference<Map<String, Object>>() {});
        var description = answer.getBody();
        if (description == null || !answer.getStatusCode().is2xxSuccessful()) {
            throw unusable("it answers " + answer.getStatusCode());
        }
        if (!String.valueOf(settings.issuer()).equals(description.get("issuer"))) {
            throw unusable("it calls itself " + description.get("issuer"));
        }
        for (var endpoint : ENDPOINTS) {
            if (!(description.get(endpoint) instanceof String url) || !settings.isPrivate(url)) {
                throw unusable("its " + endpoint + " is " + description.get(endpoint));
            }
        }
        return description;
    }

    private ProviderUnreachable unusable(String why) {
        log.warn("The identity provider {} is not used: {}", settings.issuer(), why.replaceAll("[\\r\\n]", " "));
        return new ProviderUnreachable(null);
    }

    private ClientRegistration registration(Map<String, Object> description) {
        var registration = ClientRegistrations.fromOidcConfiguration(description)
                .registrationId(ID)
                .clientId(String.valueOf(settings.clientId()))
                .redirectUri("{baseUrl}" + WAY_BACK)
                .scope(settings.scopes());
        return settings.clientSecret() == null
                ? registration
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : registration.clientSecret(settings.clientSecret()).build();
    }
}
