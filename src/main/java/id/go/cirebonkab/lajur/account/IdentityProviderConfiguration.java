package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.audit.AuditLog;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestTemplate;

/** Sign-in by the regency's identity provider. Without its settings nothing of it is there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProviderSettings.class)
class IdentityProviderConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(IsConfigured.class)
    static class Configured {

        @Bean
        IdentityProvider identityProvider(IdentityProviderSettings settings) {
            return new IdentityProvider(settings);
        }

        /** Reads id tokens as Spring Security does, but asks for the keys with the patience of {@link IdentityProvider}. */
        @Bean
        JwtDecoderFactory<ClientRegistration> idTokens(IdentityProvider provider) {
            var decoders = new ConcurrentHashMap<String, JwtDecoder>();
            return registration -> decoders.computeIfAbsent(
                    String.valueOf(registration.getProviderDetails().getJwkSetUri()),
                    keys -> idTokens(provider, registration, keys));
        }

        private static JwtDecoder idTokens(IdentityProvider provider, ClientRegistration registration, String keys) {
            var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                    .restOperations(new RestTemplate(provider.requests()))
                    .build();
            decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        }

        @Bean
        SignInByProvider signInByProvider(
                IdentityProvider provider,
                IdentityProviderSettings settings,
                ProviderBindings bindings,
                Reception reception,
                AuditLog log,
                Mandates mandates) {
            var guests = new ProviderGuests(bindings, settings, log, mandates);
            return new SignInByProvider(provider, settings, guests, reception, log);
        }
    }

    static class IsConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("lajur.account.oidc.issuer"));
        }
    }
}
