package id.go.cirebonkab.lajur.simulator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may reach the imitation without signing in. Everybody else meets the application's own rules. */
@Configuration(proxyBeanMethods = false)
@Profile("coba")
@EnableConfigurationProperties(SimulatorSettings.class)
class SimulatorConfiguration {

    private static final String FOR_DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String FOR_PAGES = "default-src 'none'; style-src 'self'; script-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain imitatedApi(HttpSecurity http, SimulatedPortal portal, SimulatorSettings settings) {
        return stateless(http.securityMatcher("/simulasi/api/**"), FOR_DATA)
                .addFilterBefore(new PortalGate(portal, settings.token()), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain imitationForThisMachine(HttpSecurity http) {
        return stateless(http.securityMatcher(new FromThisMachine()), FOR_PAGES).build();
    }

    private static HttpSecurity stateless(HttpSecurity http, String contentSecurityPolicy) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(contentSecurityPolicy))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }
}
