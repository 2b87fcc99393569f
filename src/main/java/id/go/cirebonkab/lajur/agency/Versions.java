package id.go.cirebonkab.lajur.agency;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The version that a form was shown. */
final class Versions {

    private Versions() {}

    /** {@code null} when the form says none that makes sense. */
    static @Nullable Long shown(HttpServletRequest request) {
        var version = request.getParameter("versi");
        return version == null || !version.matches("[0-9]{1,18}") ? null : Long.valueOf(version);
    }
}
