package id.go.cirebonkab.lajur.simulator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Whether a request for the imitation comes from this machine itself, said so by its header, and by no detour. It looks at
 * the request as the server got it: what a proxy's headers were made into by then is not to be believed. The host must be
 * this machine's too, so that no foreign page can lead a browser here under its own name.
 */
class FromThisMachine implements RequestMatcher {

    private static final String HEADER = "X-Simulasi";
    private static final List<String> DETOURS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Server",
            "X-Real-IP",
            "Via");

    /** Set by Tomcat's own valve when it has already taken such headers away. */
    private static final String TAKEN_AWAY = "org.apache.tomcat.request.forwarded";

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    public boolean matches(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith("/simulasi/") || !"coba".equals(request.getHeader(HEADER))) {
            return false;
        }
        var original = original(request);
        return isLoopback(original.getRemoteAddr())
                && OWN_NAMES.contains(original.getServerName().toLowerCase(Locale.ROOT))
                && original.getAttribute(TAKEN_AWAY) == null
                && DETOURS.stream().allMatch(name -> original.getHeader(name) == null);
    }

    private static HttpServletRequest original(HttpServletRequest request) {
        var original = request;
        while (original instanceof HttpServletRequestWrapper wrapper
                && wrapper.getRequest() instanceof HttpServletRequest inner) {
            original = inner;
        }
        return original;
    }

    private static boolean isLoopback(String address) {
        try {
            // Always a literal address, so nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
