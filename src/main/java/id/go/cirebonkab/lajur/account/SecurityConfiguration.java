package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Role;
import jakarta.servlet.DispatcherType;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The filter chains: machines without session, people by {@link PathRights}. What no rule names is refused. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class SecurityConfiguration {

    private static final String POLICY = """
            default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
            connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'""";

    private static final String[] HEALTH = {"/actuator/health", "/actuator/health/**"};
    private static final String[] STATIC = {"/webjars/**", "/aset/**", "/favicon.ico"};

    @Bean
    PasswordEncoder passwordEncoder(AccountSettings settings) {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(settings.bcryptStrength())));
    }

    /** Nobody looks at a filter's own timing, and taking it costs every request. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(10)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers(HttpMethod.POST, "/api/lapor/notifications")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, HEALTH)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, HEALTH)
                        .permitAll()
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint((request, response, e) -> response.sendError(404))
                                .accessDeniedHandler((request, response, e) -> response.sendError(404)))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::strictHeaders)
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain people(
            HttpSecurity http,
            Refusals refusals,
            Reception reception,
            Doorkeeper doorkeeper,
            FailedSignIns failedSignIns,
            Farewell farewell,
            PasskeySignIn passkeys,
            Environment environment,
            ObjectProvider<SignInByProvider> identityProvider)
            throws Exception {
        identityProvider.ifAvailable(way -> way.addTo(http));
        var isDemonstration = environment.acceptsProfiles(Profiles.of("coba"));
        return http.authorizeHttpRequests(paths -> {
                    paths.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    paths.requestMatchers(HttpMethod.GET, STATIC).permitAll();
                    paths.requestMatchers(HttpMethod.HEAD, STATIC).permitAll();
                    for (var rule : PathRights.TABLE) {
                        var matched = rule.method() == HttpMethod.GET
                                ? Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                                : Stream.of(rule.method());
                        matched.forEach(method -> {
                            var path = paths.requestMatchers(method, rule.pattern());
                            if (rule.open()) {
                                path.permitAll();
                            } else {
                                path.hasAnyRole(
                                        rule.roles().stream().map(Role::name).toArray(String[]::new));
                            }
                        });
                    }
                    if (isDemonstration) {
                        paths.requestMatchers("/simulasi/**").hasRole(Role.DISTRICT_ADMIN.name());
                    }
                    paths.anyRequest().denyAll();
                })
                .formLogin(form -> form.loginPage("/masuk")
                        .loginProcessingUrl("/masuk")
                        .successHandler((request, response, signedIn) -> reception.receive(
                                request, response, (Account) signedIn.getPrincipal(), SignInWay.PASSWORD))
                        .failureHandler(failedSignIns)
                        .withObjectPostProcessor(new WrittenByReception<UsernamePasswordAuthenticationFilter>()))
                .webAuthn(passkeys::configure)
                .addFilterBefore(new SignInGate(doorkeeper), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new PasskeyGate(), UsernamePasswordAuthenticationFilter.class)
                .logout(out ->
                        out.logoutUrl("/keluar").addLogoutHandler(farewell).logoutSuccessUrl("/masuk?keluar"))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenInACookie()))
                .requestCache(cache -> cache.requestCache(Refusals.pagesAskedFor()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::strictHeaders)
                .build();
    }

    private static CookieCsrfTokenRepository tokenInACookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static void strictHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .contentTypeOptions(Customizer.withDefaults());
    }
}
