package id.go.cirebonkab.lajur.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed into a form that could not be taken, so that the page can show it again. Holds no files. */
public final class Draft implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE = Draft.class.getName();
    private static final Set<String> NEVER_KEPT =
            Set.of("_csrf", "password", "sandi", "sandiLama", "kunci", "kode", "versi");
    /** In characters; a longer form is not kept over a sign-in. */
    private static final int LONGEST = 100_000;

    private static final Draft NONE = new Draft("", Map.of());

    private final String path;
    private final LinkedHashMap<String, List<String>> values;

    private Draft(String path, Map<String, List<String>> values) {
        this.path = path;
        this.values = new LinkedHashMap<>(values);
    }

    /** Nothing typed yet. */
    public static Draft none() {
        return NONE;
    }

    /** What this request carries. */
    public static Draft of(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, given) -> {
            if (!NEVER_KEPT.contains(name)) {
                typed.put(name, new ArrayList<>(List.of(given)));
            }
        });
        return new Draft(
                request.getRequestURI().substring(request.getContextPath().length()), typed);
    }

    /** Keeps it in the session until somebody has signed in. */
    public void keepIn(HttpSession session) {
        var size = values.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        if (size > 0 && size <= LONGEST) {
            session.setAttribute(ATTRIBUTE, this);
        }
    }

    /** What was kept before the sign-in, for whatever page. */
    public static @Nullable Draft keptIn(@Nullable HttpSession session) {
        return session == null ? null : (Draft) session.getAttribute(ATTRIBUTE);
    }

    /** Takes out what was kept for this page or a form below it. */
    public static Draft takeFrom(@Nullable HttpSession session, String page) {
        var kept = keptIn(session);
        if (session == null || kept == null || !kept.page().equals(page)) {
            return NONE;
        }
        session.removeAttribute(ATTRIBUTE);
        return kept;
    }

    /** The page on which the form stands: {@code /pengaduan/7} for {@code /pengaduan/7/jawaban}. */
    public String page() {
        var parts = path.split("/");
        return parts.length > 3 ? "/" + parts[1] + "/" + parts[2] : path;
    }

    /** Whether this is what was typed into that form, named by the last part of its path. */
    public boolean isFor(String form) {
        return path.endsWith("/" + form);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** What was typed into a field of that form; empty when nothing was. */
    public String value(String form, String field) {
        return isFor(form) ? value(field) : "";
    }

    public String value(String field) {
        var given = values.get(field);
        return given == null || given.isEmpty() ? "" : given.get(0);
    }

    public List<String> all(String form, String field) {
        return isFor(form) ? values.getOrDefault(field, List.of()) : List.of();
    }

    /** Everything typed, by field, for a page that has no such form. */
    public Map<String, List<String>> values() {
        return values;
    }
}
