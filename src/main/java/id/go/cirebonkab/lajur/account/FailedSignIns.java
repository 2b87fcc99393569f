package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** A password was wrong, or the name, or the account is switched off: the answer is the same, and the log has the name. */
@Component
class FailedSignIns implements AuthenticationFailureHandler {

    private static final int LONGEST = 60;

    private final AuditLog log;

    FailedSignIns(AuditLog log) {
        this.log = log;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        note(request.getParameter("username"), SignInWay.PASSWORD);
        response.sendRedirect(request.getContextPath() + "/masuk?gagal");
    }

    /** @param typed whatever stands for a name; it is cut, and put on one line */
    void note(@Nullable String typed, SignInWay way) {
        log.write(new Entry(null, readable(typed), Deed.SIGN_IN_FAILED, "account", null, way.name()));
    }

    private static String readable(@Nullable String typed) {
        var line =
                typed == null ? "" : typed.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }
}
