package id.go.cirebonkab.lajur.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** How the page that is being drawn is to look, and where it stands. Templates know it as {@code look}. */
@Component
class Look {

    static final String COOKIE = "tema";

    /** A path of this very host: not {@code //elsewhere}, nor what a browser would make into that. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]{0,2000}");

    public Theme theme() {
        var cookie = WebUtils.getCookie(current().getRequest(), COOKIE);
        return cookie == null ? Theme.AUTO : Theme.read(cookie.getValue()).orElse(Theme.AUTO);
    }

    public List<Theme> themes() {
        return List.of(Theme.values());
    }

    /** The page's own address, to come back to; the start, where it is the answer to a form. */
    public String here() {
        var request = current().getRequest();
        if (!"GET".equals(request.getMethod())) {
            return start(request);
        }
        var path = Objects.requireNonNullElse(
                (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    /** Whether a cache between here and the browser may keep the page: then it holds nothing of one person, no token either. */
    public boolean isForAnyone() {
        var response = current().getResponse();
        var caching = response == null ? null : response.getHeader(HttpHeaders.CACHE_CONTROL);
        return caching != null && caching.contains("public");
    }

    /** Where somebody asked to go back to, if it is a page of ours; the start, if it is not. */
    static String ownPath(@Nullable String asked, HttpServletRequest request) {
        return asked != null && OWN_PATH.matcher(asked).matches() ? asked : start(request);
    }

    private static String start(HttpServletRequest request) {
        return request.getContextPath() + "/";
    }

    private static ServletRequestAttributes current() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }
}
