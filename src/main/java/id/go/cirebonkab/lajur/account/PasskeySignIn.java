package id.go.cirebonkab.lajur.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.WebAuthnConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who has shown a passkey is received like everybody else; the script is told where to go, for it can't be led there. */
@Component
class PasskeySignIn {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Accounts accounts;
    private final Reception reception;
    private final PasskeyHome home;

    PasskeySignIn(Accounts accounts, Reception reception, PasskeyHome home) {
        this.accounts = accounts;
        this.reception = reception;
        this.home = home;
    }

    void configure(WebAuthnConfigurer<HttpSecurity> passkeys) {
        passkeys.rpId(home.host())
                .disableDefaultRegistrationPage(true)
                .withObjectPostProcessor(new ObjectPostProcessor<WebAuthnAuthenticationFilter>() {
                    @Override
                    public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
                        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
                        filter.setAuthenticationSuccessHandler(PasskeySignIn.this::receive);
                        return filter;
                    }
                });
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, Authentication proved)
            throws IOException, ServletException {
        var account = accounts.active(proved.getName()).orElseThrow(() -> {
            // Switched off a moment ago: the session knows already who it was.
            request.getSession().invalidate();
            return new DisabledException("switched off");
        });
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
