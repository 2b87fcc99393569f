package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.SeeOther;
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

    private final SecondFactors factors;
    private final SecondFactorRule rule;
    private final SecondFactorPages pages;
    private final AuditLog log;

    SecondFactorController(SecondFactors factors, SecondFactorRule rule, SecondFactorPages pages, AuditLog log) {
        this.factors = factors;
        this.rule = rule;
        this.pages = pages;
        this.log = log;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Account account) {
        return page(account, null);
    }

    /** A first factor, or one more telephone in the place of the last: that needs proof. */
    @PostMapping("/penyiapan")
    ModelAndView begin(
            @AuthenticationPrincipal Account account,
            Actor actor,
            @RequestParam(defaultValue = "") String kode,
            @RequestParam(defaultValue = "") String sandi) {
        if (factors.isSetUp(account.id())) {
            var problem = problemOf(account, actor, kode, sandi);
            if (problem != null) {
                return page(account, problem);
            }
        }
        factors.begin(account.id());
        return SeeOther.at(PAGE);
    }

    @PostMapping
    ModelAndView confirm(
            @AuthenticationPrincipal Account account, Actor actor, @RequestParam(defaultValue = "") String kode) {
        var codes = factors.confirm(account.id(), kode);
        if (codes.isEmpty()) {
            return page(account, "code.wrong");
        }
        write(account, actor, "faktor kedua dipasang");
        return SecondFactorPages.recoveryCodes(codes.get(), PAGE);
    }

    @PostMapping("/kode-pemulihan")
    ModelAndView renewCodes(
            @AuthenticationPrincipal Account account,
            Actor actor,
            @RequestParam(defaultValue = "") String kode,
            @RequestParam(defaultValue = "") String sandi) {
        var problem = factors.isSetUp(account.id()) ? problemOf(account, actor, kode, sandi) : "second-factor.none";
        if (problem != null) {
            return page(account, problem);
        }
        write(account, actor, "kode pemulihan baru");
        return SecondFactorPages.recoveryCodes(factors.renewRecoveryCodes(account.id()), PAGE);
    }

    @PostMapping("/penonaktifan")
    ModelAndView switchOff(
            @AuthenticationPrincipal Account account,
            Actor actor,
            @RequestParam(defaultValue = "") String kode,
            @RequestParam(defaultValue = "") String sandi) {
        if (rule.mustHaveOne(account.role())) {
            return page(account, "second-factor.must");
        }
        var problem = factors.isSetUp(account.id()) ? problemOf(account, actor, kode, sandi) : "second-factor.none";
        if (problem != null) {
            return page(account, problem);
        }
        factors.remove(account.id());
        write(account, actor, "faktor kedua dinonaktifkan");
        return SeeOther.at(PAGE);
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

    private ModelAndView page(Account account, @Nullable String problem) {
        var page = pages.setUp(VIEW, account, problem);
        page.addObject("isSetUp", factors.isSetUp(account.id()));
        page.addObject("must", rule.mustHaveOne(account.role()));
        page.addObject("codesLeft", factors.recoveryCodesLeft(account.id()));
        return page;
    }
}
