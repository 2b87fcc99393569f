package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Receives who has proved his or her name, whichever way: from here on the session knows the person as an {@link Account},
 * the log knows that he or she came, and the page that was asked for is shown.
 */
@Component
class Reception {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Refusals refusals;
    private final AuditLog log;
    private final Mandates mandates;
    private final Doorkeeper doorkeeper;
    private final Clock systemClock;

    Reception(Refusals refusals, AuditLog log, Mandates mandates, Doorkeeper doorkeeper, Clock systemClock) {
        this.refusals = refusals;
        this.log = log;
        this.mandates = mandates;
        this.doorkeeper = doorkeeper;
        this.systemClock = systemClock;
    }

    /** To be called once the session has a new id. */
    void receive(HttpServletRequest request, HttpServletResponse response, Account account, SignInWay way)
            throws IOException, ServletException {
        letIn(request, response, account, way);
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, Account account, SignInWay way)
            throws IOException, ServletException {
        var signedIn = know(request, response, account);
        SignedIn.keepIn(
                request.getSession(), request, account, account.actor(mandates).name(), way, systemClock.instant());
        doorkeeper.welcomes(request, response, account, way);
        log.write(Entry.of(account.actor(mandates), Deed.SIGNED_IN, "account", account.id(), way.name()));
        refusals.afterSignIn().onAuthenticationSuccess(request, response, signedIn);
    }

    private Authentication know(HttpServletRequest request, HttpServletResponse response, Account account) {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return signedIn;
    }
}
