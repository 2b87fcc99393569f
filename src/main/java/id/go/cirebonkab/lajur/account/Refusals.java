package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How a request is turned away: who is not signed in goes to the sign-in page, and what was typed is kept for afterwards;
 * who has no right gets 403; a path that does not exist 404.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final int MINUTES_FOR_A_DRAFT = 30;
    private static final String TOMCAT_PARSE_FAILURE = "org.apache.catalina.parameter_parse_failed_reason";

    private final List<PathPattern> known;
    private final List<Page> pages;
    private final Duration sessionTimeout;

    /** A page that who is signed in may open. */
    private record Page(PathPattern pattern, Set<Role> roles) {}

    Refusals(Environment environment, @Value("${spring.session.timeout}") Duration sessionTimeout) {
        this.sessionTimeout = sessionTimeout;
        var parser = new PathPatternParser();
        var patterns = new ArrayList<>(PathRights.TABLE.stream()
                .map(rule -> parser.parse(rule.pattern()))
                .toList());
        pages = PathRights.TABLE.stream()
                .filter(rule -> rule.method() == HttpMethod.GET && !rule.open())
                .map(rule -> new Page(parser.parse(rule.pattern()), rule.roles()))
                .toList();
        if (environment.acceptsProfiles(Profiles.of("coba"))) {
            patterns.add(parser.parse("/simulasi/**"));
        }
        known = List.copyOf(patterns);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException {
        if ("POST".equals(request.getMethod()) && isKnown(request)) {
            keepWhatWasTyped(request);
        }
        response.sendRedirect(request.getContextPath() + "/masuk");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        var half = HalfSignedIn.of(signedIn);
        if (denied instanceof CsrfException && request.getAttribute(TOMCAT_PARSE_FAILURE) != null) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (denied instanceof CsrfException && signedIn == null) {
            // Signed out in another tab: the token is gone with the session, but the browser vouches for the form.
            if ("same-origin".equals(request.getHeader("Sec-Fetch-Site")) && isKnown(request)) {
                keepWhatWasTyped(request);
            }
            response.sendRedirect(request.getContextPath() + "/masuk");
        } else if (!(denied instanceof CsrfException) && half != null) {
            if ("POST".equals(request.getMethod()) && isKnown(request)) {
                keepWhatWasTyped(request);
            }
            response.sendRedirect(request.getContextPath() + half.page());
        } else if (isKnown(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    /** Where to after signing in: to the form that was being filled in, to the page that was asked for, or to the start. */
    AuthenticationSuccessHandler afterSignIn() {
        var toThePageAskedFor = new SavedRequestAwareAuthenticationSuccessHandler();
        toThePageAskedFor.setRequestCache(pagesAskedFor());
        return (request, response, authentication) -> {
            var draft = Draft.keptIn(request.getSession(false));
            if (draft == null) {
                toThePageAskedFor.onAuthenticationSuccess(request, response, authentication);
            } else {
                request.getSession().setMaxInactiveInterval((int) sessionTimeout.toSeconds());
                response.sendRedirect(request.getContextPath() + pageOf(draft, request.getSession(), authentication));
            }
        };
    }

    /** Only what can be opened again: no form that was sent, and nothing that a script asked for. */
    static RequestCache pagesAskedFor() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> {
            var mode = request.getHeader("Sec-Fetch-Mode");
            var accepted = request.getHeader(HttpHeaders.ACCEPT);
            return HttpMethod.GET.matches(request.getMethod())
                    && (mode == null || mode.equals("navigate"))
                    && (accepted == null || accepted.contains("text/html") || accepted.contains("*/*"));
        });
        return cache;
    }

    /** Where there is no such page for this person, what was typed is of no use: the list, or else the start. */
    private String pageOf(Draft draft, HttpSession session, Authentication signedIn) {
        if (isPageFor(signedIn, draft.page())) {
            return draft.page();
        }
        Draft.takeFrom(session, draft.page());
        var end = draft.page().indexOf('/', 1);
        var list = end < 0 ? "/" : draft.page().substring(0, end);
        return isPageFor(signedIn, list) ? list : "/";
    }

    private boolean isPageFor(Authentication signedIn, String path) {
        var container = PathContainer.parsePath(path);
        return signedIn.getPrincipal() instanceof Account account
                && pages.stream()
                        .anyMatch(page -> page.roles().contains(account.role())
                                && page.pattern().matches(container));
    }

    private void keepWhatWasTyped(HttpServletRequest request) {
        var session = request.getSession();
        if (session.isNew()) {
            session.setMaxInactiveInterval(MINUTES_FOR_A_DRAFT * 60);
        }
        Draft.of(request).keepIn(session);
    }

    private boolean isKnown(HttpServletRequest request) {
        var path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return known.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
