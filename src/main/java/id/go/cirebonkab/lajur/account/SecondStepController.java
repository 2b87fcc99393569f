package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second half of a sign-in: a code, or the set-up of the factor that there must be. */
@Controller
class SecondStepController {

    private static final String CODE = "account/code";
    private static final String SET_UP = "account/second-factor-needed";

    private final SecondFactors factors;
    private final SecondFactorPages pages;
    private final Reception reception;
    private final Accounts accounts;
    private final AuditLog log;
    private final Mandates mandates;
    private final Clock systemClock;

    SecondStepController(
            SecondFactors factors,
            SecondFactorPages pages,
            Reception reception,
            Accounts accounts,
            AuditLog log,
            Mandates mandates,
            Clock systemClock) {
        this.factors = factors;
        this.pages = pages;
        this.reception = reception;
        this.accounts = accounts;
        this.log = log;
        this.mandates = mandates;
        this.systemClock = systemClock;
    }

    /** Where a page is not to be shown, the response is already complete: then {@code null}. */
    @GetMapping("/masuk/kode")
    @Nullable
    ModelAndView askForCode(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var half = halfAt(SecondFactorRule.Step.CODE, request, response);
        return half.map(it -> SecondFactorPages.page(CODE, null)).orElse(null);
    }

    @PostMapping("/masuk/kode")
    @Nullable
    ModelAndView takeCode(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String kode)
            throws IOException, ServletException {
        var arrived = halfAt(SecondFactorRule.Step.CODE, request, response);
        if (arrived.isEmpty()) {
            return null;
        }
        var half = arrived.get();
        var outcome = factors.tryCode(half.account().id(), half.id(), kode);
        if (outcome.isRight()) {
            return letIn(request, response, half, outcome.name());
        }
        if (outcome != SecondFactors.Outcome.WAIT) {
            log.write(Entry.of(
                    half.account().actor(mandates),
                    Deed.SIGN_IN_FAILED,
                    "account",
                    half.account().id(),
                    outcome.name()));
        }
        return switch (outcome) {
            case WAIT -> SecondFactorPages.page(CODE, "code.wait");
            case SIGN_IN_AGAIN -> startAgain(request, response, "/masuk?kode");
            default -> SecondFactorPages.page(CODE, "code.wrong");
        };
    }

    @GetMapping("/masuk/faktor-kedua")
    @Nullable
    ModelAndView askForSetUp(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var half = halfAt(SecondFactorRule.Step.SET_UP, request, response);
        if (half.isPresent() && factors.isSetUp(half.get().account().id())) {
            return startAgain(request, response, "/masuk");
        }
        return half.map(it -> pages.setUp(SET_UP, it.account(), it.id(), null)).orElse(null);
    }

    @PostMapping("/masuk/faktor-kedua")
    @Nullable
    ModelAndView takeSetUp(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String kode)
            throws IOException, ServletException {
        var arrived = halfAt(SecondFactorRule.Step.SET_UP, request, response);
        if (arrived.isEmpty()) {
            return null;
        }
        var half = arrived.get();
        var account = accounts.active(half.getName());
        if (account.isEmpty() || factors.isSetUp(half.account().id())) {
            // Set up meanwhile, at another browser: there it is shown, here it is asked for.
            return startAgain(request, response, "/masuk");
        }
        var codes = factors.confirm(half.account().id(), half.id(), kode);
        if (codes.isEmpty()) {
            return pages.setUp(SET_UP, half.account(), half.id(), "code.wrong");
        }
        log.write(Entry.of(
                half.account().actor(mandates),
                Deed.ACCOUNT_CHANGED,
                "account",
                half.account().id(),
                "faktor kedua dipasang"));
        reception.complete(request, response, half, account.get(), "SET_UP");
        return SecondFactorPages.recoveryCodes(codes.get(), "/masuk/kode");
    }

    private @Nullable ModelAndView letIn(
            HttpServletRequest request, HttpServletResponse response, HalfSignedIn half, String by)
            throws IOException, ServletException {
        var account = accounts.active(half.getName());
        if (account.isEmpty()) {
            return startAgain(request, response, "/masuk");
        }
        reception.complete(request, response, half, account.get(), by);
        reception.leadOn(request, response, signedIn());
        return null;
    }

    /** Empty where this is not the step to be done; then the response leads to the one that is. */
    private Optional<HalfSignedIn> halfAt(
            SecondFactorRule.Step step, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var signedIn = signedIn();
        var half = HalfSignedIn.of(signedIn);
        if (half == null) {
            if (signedIn != null && signedIn.getPrincipal() instanceof Account) {
                reception.leadOn(request, response, signedIn);
            } else {
                response.sendRedirect(request.getContextPath() + "/masuk");
            }
            return Optional.empty();
        }
        if (half.isOver(systemClock.instant())) {
            forget(request, response);
            response.sendRedirect(request.getContextPath() + "/masuk?lama");
            return Optional.empty();
        }
        if (half.step() != step) {
            response.sendRedirect(request.getContextPath() + half.page());
            return Optional.empty();
        }
        return Optional.of(half);
    }

    private static ModelAndView startAgain(HttpServletRequest request, HttpServletResponse response, String page) {
        forget(request, response);
        return SeeOther.at(page);
    }

    /** Who it was, not what was typed before: that waits for the next sign-in. */
    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.clearContext();
        new HttpSessionSecurityContextRepository()
                .saveContext(SecurityContextHolder.createEmptyContext(), request, response);
    }

    private static @Nullable Authentication signedIn() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
