package id.go.cirebonkab.lajur.journey;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * The regency's identity provider: Spring's authorization server as an application of its own, on {@code localhost} where
 * Lajur is on {@code 127.0.0.1}, so that to a browser they are two sites. It can be switched off and on; each time it has
 * new keys.
 */
final class RegencyProvider {

    static final String CLIENT = "lajur";
    static final String SECRET = "rahasia-klien";
    static final String PASSWORD = "sandi-pegawai";

    private final int port = freePort();
    private final People people = new People();
    private @Nullable ConfigurableApplicationContext application;

    /**
     * Somebody with an account there.
     *
     * @param subject who it is, whatever the name
     * @param amr how he or she has signed in there
     */
    record Person(String subject, String name, @Nullable String email, boolean verified, List<String> amr) {}

    /** By the name that is typed at the provider. */
    static final class People extends ConcurrentHashMap<String, Person> {
        private static final long serialVersionUID = 1L;
    }

    URI base() {
        return URI.create("http://localhost:" + port);
    }

    String issuer() {
        return base().toString();
    }

    /** Somebody whose name is known as that subject from now on. */
    void knows(String name, String subject, String... amr) {
        people.put(name, new Person(subject, name, null, false, List.of(amr)));
    }

    void knows(String login, Person person) {
        people.put(login, person);
    }

    void forgets(String name) {
        people.remove(name);
    }

    /** @param lajur where the browser is sent back to */
    void isUp(URI lajur) {
        if (application != null) {
            return;
        }
        ApplicationContextInitializer<GenericApplicationContext> knowing = context -> {
            context.registerBean(People.class, () -> people);
            context.registerBean(RegisteredClientRepository.class, () -> clients(lajur));
            context.registerBean(
                    AuthorizationServerSettings.class,
                    () -> AuthorizationServerSettings.builder().issuer(issuer()).build());
        };
        application = new SpringApplicationBuilder(AuthorizationServer.class)
                .initializers(knowing)
                .run(
                        // Not the settings of Lajur, which are on the class path.
                        "--spring.config.name=penyedia",
                        "--spring.main.banner-mode=off",
                        "--spring.application.admin.enabled=false",
                        "--spring.jmx.enabled=false",
                        "--logging.register-shutdown-hook=false",
                        "--server.port=" + port,
                        "--server.address=localhost",
                        "--server.servlet.session.cookie.name=PENYEDIA");
    }

    void isDown() {
        if (application != null) {
            application.close();
            application = null;
        }
    }

    private static RegisteredClientRepository clients(URI lajur) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(lajur + "/login/oauth2/code/oidc")
                .scope("openid")
                .scope("profile")
                .scope("email")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No {@code @Configuration}, so that Lajur does not find it. */
    @EnableWebSecurity
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
    static class AuthorizationServer {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                    .exceptionHandling(
                            refused -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) {
            return http.authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users(People people) {
            return name -> {
                if (!people.containsKey(name)) {
                    throw new UsernameNotFoundException(name);
                }
                return User.withUsername(name)
                        .password("{noop}" + PASSWORD)
                        .authorities("pegawai")
                        .build();
            };
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> whoItIs(People people) {
            return token -> {
                var person = people.get(token.getPrincipal().getName());
                token.getClaims().claims(claims -> {
                    claims.put("sub", person.subject());
                    claims.put("preferred_username", person.name());
                    if (person.email() != null) {
                        claims.put("email", person.email());
                        claims.put("email_verified", person.verified());
                    }
                    claims.putAll(person.amr().isEmpty() ? Map.of() : Map.of("amr", person.amr()));
                });
            };
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build()));
        }
    }
}
