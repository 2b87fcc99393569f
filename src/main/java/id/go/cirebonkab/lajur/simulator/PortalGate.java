package id.go.cirebonkab.lajur.simulator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the imitated API: a dead portal takes nothing, and a living one asks for its token. */
class PortalGate extends OncePerRequestFilter {

    /** The state on arrival, as a request attribute. */
    static final String STATE = "simulasi.state";

    private final SimulatedPortal portal;
    private final byte[] token;

    PortalGate(SimulatedPortal portal, String token) {
        this.portal = portal;
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var state = portal.state();
        if (state == PortalState.MATI) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Layanan sedang dalam pemeliharaan.");
            return;
        }
        if (!isToken(request.getHeader("token")) && !isToken(bearer(request.getHeader("Authorization")))) {
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, "Token tidak dikenal.");
            return;
        }
        request.setAttribute(STATE, state);
        chain.doFilter(request, response);
    }

    private boolean isToken(@Nullable String given) {
        return given != null && MessageDigest.isEqual(token, given.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7)
                : null;
    }

    private static void answer(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"message\":\"" + message + "\"}");
    }
}
