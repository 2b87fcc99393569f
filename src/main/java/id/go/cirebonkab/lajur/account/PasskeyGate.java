package id.go.cirebonkab.lajur.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before Spring Security's filters of passkeys: what is no answer of a browser is a bad request, not a fault of the house, and
 * a session made only to remember a question is short.
 */
final class PasskeyGate extends OncePerRequestFilter {

    private static final Duration TO_ANSWER = Duration.ofMinutes(10);

    private final RequestMatcher passkeys = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/webauthn/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/login/webauthn"));

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !passkeys.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wasThere = request.getSession(false) != null;
        try {
            chain.doFilter(request, response);
        } catch (IllegalArgumentException | NullPointerException e) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
        var session = request.getSession(false);
        if (!wasThere && session != null) {
            session.setMaxInactiveInterval((int) TO_ANSWER.toSeconds());
        }
    }
}
