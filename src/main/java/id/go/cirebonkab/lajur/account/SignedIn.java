package id.go.cirebonkab.lajur.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.session.Session;

/**
 * Whose session it is and from where it was begun, as kept in it.
 *
 * @param userAgent what the browser says of itself, cut
 */
record SignedIn(long accountId, String name, String address, String userAgent, SignInWay way) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String ATTRIBUTE = SignedIn.class.getName();
    /** Beside it, for it is read at each request. */
    private static final String AT = "lajur.signed-in-at";

    private static final String PROVED_AT = "lajur.proved-at";

    private static final int LONGEST = 300;

    static void keepIn(
            HttpSession session, HttpServletRequest request, Account account, String name, SignInWay way, Instant at) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var cut = agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST));
        session.setAttribute(ATTRIBUTE, new SignedIn(account.id(), name, request.getRemoteAddr(), cut, way));
        session.setAttribute(AT, at);
        session.setAttribute(PROVED_AT, account.readAt());
    }

    /** The person has proved again who he or she is. */
    static void provedAgain(HttpSession session, Instant at) {
        session.setAttribute(PROVED_AT, at);
    }

    /** When the person last proved who he or she is; {@code null} for a stranger's session. System time. */
    static @Nullable Instant provedAt(HttpSession session) {
        return (Instant) session.getAttribute(PROVED_AT);
    }

    static @Nullable Instant provedAt(Session session) {
        return session.getAttribute(PROVED_AT);
    }

    /** {@code null} for a stranger's session. */
    static @Nullable SignedIn of(Session session) {
        return session.getAttribute(ATTRIBUTE);
    }

    /** When it was begun by a sign-in, or else at all. System time. */
    static Instant since(Session session) {
        return session.getAttributeOrDefault(AT, session.getCreationTime());
    }
}
