package id.go.cirebonkab.lajur.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.go.cirebonkab.lajur.account.IdentityProviderSettings.Match;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** What is believed of a provider, and what of a token. */
class IdentityProviderTests {

    private static final String CONFIGURATION = """
            {"issuer": "%1$s", "authorization_endpoint": "%2$s/masuk", "token_endpoint": "%2$s/token",
             "jwks_uri": "%2$s/kunci", "subject_types_supported": ["public"]}""";

    private HttpServer server;
    private String issuer;
    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Location", issuer + "/lain");
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().equals("/lain") ? 200 : status, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void theServerGoes() {
        server.stop(0);
    }

    private IdentityProvider provider() {
        return new IdentityProvider(new IdentityProviderSettings(issuer, "lajur", "rahasia", "SSO", Match.USERNAME));
    }

    @Test
    void aProviderIsAskedUntilItHasAnsweredAndThenNoMore() {
        var provider = provider();
        status = 503;
        assertThatThrownBy(() -> provider.findByRegistrationId("oidc")).isInstanceOf(ProviderUnreachable.class);

        status = 200;
        body = CONFIGURATION.formatted(issuer, issuer);
        var known = provider.findByRegistrationId("oidc");
        assertThat(known.getProviderDetails().getIssuerUri()).isEqualTo(issuer);
        assertThat(known.getScopes()).containsExactlyInAnyOrder("openid", "profile");

        server.stop(0);
        assertThat(provider.findByRegistrationId("oidc")).isSameAs(known);
        assertThat(provider.findByRegistrationId("lain")).isNull();
    }

    @Test
    void withoutASecretLajurIsAPublicClient() {
        body = CONFIGURATION.formatted(issuer, issuer);
        var known = new IdentityProvider(new IdentityProviderSettings(issuer, "lajur", " ", "SSO", Match.EMAIL))
                .findByRegistrationId("oidc");

        assertThat(known.getClientAuthenticationMethod()).isEqualTo(ClientAuthenticationMethod.NONE);
        assertThat(known.getScopes()).containsExactlyInAnyOrder("openid", "email");
    }

    @Test
    void aProviderThatCallsItselfAnotherIsNotUsed() {
        body = CONFIGURATION.formatted("https://lain.example", issuer);
        assertNotUsed();
    }

    @Test
    void aRedirectIsNotFollowed() {
        body = CONFIGURATION.formatted(issuer, issuer);
        status = 302;
        assertNotUsed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.5",
                "http://sso.example",
                "ftp://127.0.0.1",
                "file:///etc/passwd?",
                "https://a@b.example",
                "/token"
            })
    void anEndpointThatAnybodyOnTheWayCouldReadIsNotUsed(String elsewhere) {
        body = CONFIGURATION.formatted(issuer, elsewhere);
        assertNotUsed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "<html>", "{\"issuer\": 7}"})
    void whatIsNoDescriptionIsNotUsed(String words) {
        body = words;
        assertNotUsed();
    }

    private void assertNotUsed() {
        var provider = provider();
        assertThatThrownBy(() -> provider.findByRegistrationId("oidc")).isInstanceOf(ProviderUnreachable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sso.example",
                "http://10.1.2.3/realms/x",
                "http://127.0.0.1.lain.example",
                "https://",
                "sso.example",
                "https://a:b@sso.example",
                "https://sso.example?x=1",
                "file:///etc/passwd",
                "https://sso example"
            })
    void anIssuerMustBeHttpsOrThisMachine(String written) {
        assertThatThrownBy(() -> new IdentityProviderSettings(written, "lajur", null, "SSO", Match.USERNAME))
                .hasMessageContaining("https://");
    }

    @Test
    void anHttpsProviderCantSendLajurToThisMachine() {
        var settings =
                new IdentityProviderSettings("https://sso.example/realms/x", "lajur", "rahasia", "", Match.USERNAME);

        assertThat(settings.isPrivate("https://sso.example/token")).isTrue();
        assertThat(settings.isPrivate("http://127.0.0.1:5432/token")).isFalse();
        assertThat(settings.name()).isEqualTo("SSO");
        assertThat(settings.toString()).doesNotContain("rahasia");
        assertThatThrownBy(() -> new IdentityProviderSettings("https://sso.example", " ", null, "", Match.USERNAME))
                .hasMessageContaining("client-id");
    }

    @Test
    void aMailAddressCountsOnlyIfTheProviderHasVerifiedIt() {
        assertThat(ProvenPerson.of(token(Map.of("email", "ani@x.id", "email_verified", true)), Match.EMAIL)
                        .name())
                .isEqualTo("ani@x.id");
        assertThat(ProvenPerson.of(token(Map.of("email", "ani@x.id", "email_verified", false)), Match.EMAIL)
                        .name())
                .isNull();
        assertThat(ProvenPerson.of(token(Map.of("email", "ani@x.id")), Match.EMAIL)
                        .name())
                .isNull();
        assertThat(ProvenPerson.of(token(Map.of("email", "ani@x.id", "email_verified", true)), Match.USERNAME)
                        .name())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"pwd,false", "mfa,true", "otp,true", "hwk,true", "pwd otp,true", "rba geo,false", "'',false"})
    void moreThanAPasswordIsReadOffTheMethods(String methods, boolean more) {
        var token = token(Map.of("amr", List.of(methods.split(" "))));
        assertThat(ProvenPerson.of(token, Match.USERNAME).way())
                .isEqualTo(more ? SignInWay.IDENTITY_PROVIDER_TWO_FACTOR : SignInWay.IDENTITY_PROVIDER);
    }

    private static OidcIdToken token(Map<String, Object> more) {
        var claims = new HashMap<String, Object>(more);
        claims.put("iss", "https://sso.example");
        claims.put("sub", "s");
        return new OidcIdToken("x", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), claims);
    }
}
