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
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
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
    private final SecondFactorRule secondFactor;
    private final SecondFactors factors;
    private final Doorkeeper doorkeeper;
    private final Clock systemClock;
    private final Duration sessionTimeout;

    Reception(
            Refusals refusals,
            AuditLog log,
            Mandates mandates,
            SecondFactorRule secondFactor,
            SecondFactors factors,
            Doorkeeper doorkeeper,
            Clock systemClock,
            @Value("${spring.session.timeout}") Duration sessionTimeout) {
        this.refusals = refusals;
        this.log = log;
        this.mandates = mandates;
        this.secondFactor = secondFactor;
        this.factors = factors;
        this.doorkeeper = doorkeeper;
        this.systemClock = systemClock;
        this.sessionTimeout = sessionTimeout;
    }

    /** To be called once the session has a new id. */
    void receive(HttpServletRequest request, HttpServletResponse response, Account account, SignInWay way)
            throws IOException, ServletException {
        if (way == SignInWay.PASSWORD) {
            doorkeeper.forgives(request, account.getUsername());
        }
        var step = secondFactor.after(way, account);
        if (step == SecondFactorRule.Step.NOTHING) {
            letIn(request, response, account, way);
        } else {
            askForTheSecondFactor(request, response, account, way, step);
        }
    }

    private void askForTheSecondFactor(
            HttpServletRequest request,
            HttpServletResponse response,
            Account account,
            SignInWay way,
            SecondFactorRule.Step step)
            throws IOException {
        var half = HalfSignedIn.at(systemClock.instant(), account, way, step);
        if (step == SecondFactorRule.Step.SET_UP) {
            // Always a new one: whoever was shown the last may have been somebody else.
            factors.begin(account.id(), half.id(), false);
        }
        know(request, response, half, List.of());
        response.sendRedirect(request.getContextPath() + half.page());
    }

    /**
     * Lets in who has now proved the second factor too, under a new session id.
     *
     * @param account as it is now
     * @param by what proved it, for the log
     */
    void complete(
            HttpServletRequest request, HttpServletResponse response, HalfSignedIn half, Account account, String by) {
        request.changeSessionId();
        admit(request, response, account, half.way(), half.way().name() + ", " + by);
    }

    /** Shows what was asked for before the sign-in. */
    void leadOn(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        refusals.afterSignIn().onAuthenticationSuccess(request, response, signedIn);
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, Account account, SignInWay way)
            throws IOException, ServletException {
        leadOn(request, response, admit(request, response, account, way, way.name()));
    }

    /** The session is this account's, the browser is known the next time, and it is written down. */
    private Authentication admit(
            HttpServletRequest request, HttpServletResponse response, Account account, SignInWay way, String how) {
        var signedIn = know(request, response, account, account.getAuthorities());
        var actor = account.actor(mandates);
        request.getSession().setMaxInactiveInterval((int) sessionTimeout.toSeconds());
        SignedIn.keepIn(request.getSession(), request, account, actor.name(), way, systemClock.instant());
        doorkeeper.remembers(request, response, account.id());
        log.write(Entry.of(actor, Deed.SIGNED_IN, "account", account.id(), how));
        return signedIn;
    }

    private Authentication know(
            HttpServletRequest request,
            HttpServletResponse response,
            Object who,
            Collection<? extends GrantedAuthority> authorities) {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(who, null, authorities);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return signedIn;
    }
}
