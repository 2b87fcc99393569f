package id.go.cirebonkab.lajur.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before a password is looked at: one try too many sees the sign-in page again, with how long to wait. */
final class SignInGate extends OncePerRequestFilter {

    /** How long to wait, for the page. */
    static final String WAIT = SignInGate.class.getName();

    private final RequestMatcher tries =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/masuk");
    private final Doorkeeper doorkeeper;

    SignInGate(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!tries.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        var wait = doorkeeper.keepsOut(request, request.getParameter("username"));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            turnAway(request, response, wait.get());
        }
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
        request.setAttribute(WAIT, wait);
        request.getRequestDispatcher("/masuk").forward(new AsGet(request), response);
    }

    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }
    }
}
