package id.go.cirebonkab.lajur.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.WebAuthnConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who has shown a passkey is received like everybody else; the script is told where to go, for it can't be led there. */
@Component
class PasskeySignIn {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Accounts accounts;
    private final Reception reception;
    private final PasskeyHome home;
    private final PasskeyOperations operations;

    PasskeySignIn(Accounts accounts, Reception reception, PasskeyHome home, PasskeyOperations operations) {
        this.accounts = accounts;
        this.reception = reception;
        this.home = home;
        this.operations = operations;
    }

    void configure(WebAuthnConfigurer<HttpSecurity> passkeys) {
        passkeys.rpId(home.host())
                .disableDefaultRegistrationPage(true)
                .withObjectPostProcessor(new ObjectPostProcessor<WebAuthnAuthenticationFilter>() {
                    @Override
                    public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
                        filter.setAuthenticationManager(new ProviderManager(
                                new WebAuthnAuthenticationProvider(operations, PasskeySignIn.this::owner)));
                        filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
                        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
                        filter.setAuthenticationSuccessHandler(PasskeySignIn.this::receive);
                        return filter;
                    }
                });
    }

    /** Also one who has no password: whom the identity provider lets in. */
    private UserDetails owner(String username) {
        return accounts.active(username).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, Authentication proved)
            throws IOException, ServletException {
        var account =
                accounts.active(proved.getName()).orElseThrow(() -> new DisabledException("switched off a moment ago"));
        reception.receive(request, new RedirectAsJson(response), account, SignInWay.PASSKEY);
    }

    /** A script follows a redirect by itself and never learns where it led. */
    private static final class RedirectAsJson extends HttpServletResponseWrapper {

        private RedirectAsJson(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            setContentType(MediaType.APPLICATION_JSON_VALUE);
            getOutputStream()
                    .write(JSON.createObjectNode()
                            .put("redirectUrl", location)
                            .toString()
                            .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            sendRedirect(location);
        }
    }
}
