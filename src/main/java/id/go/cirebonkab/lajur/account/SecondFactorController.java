package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own second factor: set up, moved to another telephone, given new recovery codes, switched off. */
@Controller
@RequestMapping(SecondFactorController.PAGE)
class SecondFactorController {

    static final String PAGE = "/akun/saya/faktor-kedua";
    private static final String VIEW = "account/second-factor";
    /** What a set-up that was begun in this session is known by. */
    private static final String BEGUN = "lajur.second-factor-begun";

    private final SecondFactors factors;
    private final SecondFactorRule rule;
    private final SecondFactorPages pages;
    private final AuditLog log;
    private final FreshProof fresh;

    SecondFactorController(
            SecondFactors factors, SecondFactorRule rule, SecondFactorPages pages, AuditLog log, FreshProof fresh) {
        this.factors = factors;
        this.rule = rule;
        this.pages = pages;
        this.log = log;
        this.fresh = fresh;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Account account, HttpSession session) {
        return page(account, session, null);
    }

    /** A first factor, or one more telephone in the place of the last: that needs proof. */
    @PostMapping("/penyiapan")
    ModelAndView begin(
            @AuthenticationPrincipal Account account,
            Actor actor,
            @RequestParam(defaultValue = "") String kode,
            @RequestParam(defaultValue = "") String sandi,
            HttpSession session) {
        var isSetUp = factors.isSetUp(account.id());
        var problem = isSetUp ? problemOf(account, actor, kode, sandi) : staleness(session);
        var begun = UUID.randomUUID();
        // Not begun: one was set up meanwhile, at another browser.
        if (problem == null && !factors.begin(account.id(), begun, isSetUp)) {
            problem = "second-factor.proof.wrong";
        }
        if (problem != null) {
            return page(account, session, problem);
        }
        session.setAttribute(BEGUN, begun);
        return SeeOther.at(PAGE);
    }

    @PostMapping
    ModelAndView confirm(
            @AuthenticationPrincipal Account account,
            Actor actor,
            @RequestParam(defaultValue = "") String kode,
            HttpSession session) {
        var begun = begun(session);
        var codes = begun == null ? Optional.<List<String>>empty() : factors.confirm(account.id(), begun, kode);
        if (codes.isEmpty()) {
            return page(account, session, "code.wrong");
        }
        write(account, actor, "faktor kedua dipasang");
        return SecondFactorPages.recoveryCodes(codes.get(), PAGE);
    }

    @PostMapping("/kode-pemulihan")
    ModelAndView renewCodes(
            @AuthenticationPrincipal Account account,
            Actor actor,
            @RequestParam(defaultValue = "") String kode,
            @RequestParam(defaultValue = "") String sandi,
            HttpSession session) {
        var problem = factors.isSetUp(account.id()) ? problemOf(account, actor, kode, sandi) : "second-factor.none";
        if (problem != null) {
            return page(account, session, problem);
        }
        write(account, actor, "kode pemulihan baru");
        return SecondFactorPages.recoveryCodes(factors.renewRecoveryCodes(account.id()), PAGE);
    }

    @PostMapping("/penonaktifan")
    ModelAndView switchOff(
            @AuthenticationPrincipal Account account,
            Actor actor,
            @RequestParam(defaultValue = "") String kode,
            @RequestParam(defaultValue = "") String sandi,
            HttpSession session) {
        if (rule.mustHaveOne(account.role())) {
            return page(account, session, "second-factor.must");
        }
        var problem = factors.isSetUp(account.id()) ? problemOf(account, actor, kode, sandi) : "second-factor.none";
        if (problem != null) {
            return page(account, session, problem);
        }
        factors.remove(account.id());
        write(account, actor, "faktor kedua dinonaktifkan");
        return SeeOther.at(PAGE);
    }

    private @Nullable String staleness(HttpSession session) {
        return fresh.isGivenIn(session) ? null : "second-factor.stale";
    }

    private @Nullable String problemOf(Account account, Actor actor, String code, String password) {
        var outcome = factors.tryCodeOrPassword(account.id(), code, password);
        if (outcome.isRight()) {
            return null;
        }
        if (outcome == SecondFactors.Outcome.WAIT) {
            return "code.wait";
        }
        log.write(Entry.of(actor, Deed.SIGN_IN_FAILED, "account", account.id(), outcome.name()));
        return "second-factor.proof.wrong";
    }

    private void write(Account account, Actor actor, String what) {
        log.write(Entry.of(actor, Deed.ACCOUNT_CHANGED, "account", account.id(), what));
    }

    private static @Nullable UUID begun(HttpSession session) {
        return (UUID) session.getAttribute(BEGUN);
    }

    private ModelAndView page(Account account, HttpSession session, @Nullable String problem) {
        var page = pages.setUp(VIEW, account, begun(session), problem);
        page.addObject("isSetUp", factors.isSetUp(account.id()));
        page.addObject("must", rule.mustHaveOne(account.role()));
        page.addObject("codesLeft", factors.recoveryCodesLeft(account.id()));
        return page;
    }
}
