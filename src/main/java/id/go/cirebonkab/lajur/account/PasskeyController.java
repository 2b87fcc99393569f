package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own passkeys. Adding one is Spring Security's: its filters take what the page's script sends. */
@Controller
@RequestMapping(PasskeyController.PAGE)
class PasskeyController {

    static final String PAGE = "/akun/saya/kunci-sandi";

    private final Passkeys passkeys;
    private final AuditLog log;
    private final FreshProof fresh;

    PasskeyController(Passkeys passkeys, AuditLog log, FreshProof fresh) {
        this.passkeys = passkeys;
        this.log = log;
        this.fresh = fresh;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Account account, HttpSession session, Model model) {
        model.addAttribute("fresh", fresh.isGivenIn(session));
        model.addAttribute("passkeys", passkeys.of(account.getUsername()));
        model.addAttribute("longestLabel", PasskeyOperations.LONGEST_LABEL);
        return "account/passkeys";
    }

    @PostMapping("/{id}/penghapusan")
    ModelAndView remove(@AuthenticationPrincipal Account account, Actor actor, @PathVariable String id) {
        if (!passkeys.remove(account.getUsername(), id)) {
            throw new NotVisible("passkey " + id);
        }
        log.write(Entry.of(actor, Deed.ACCOUNT_CHANGED, "account", account.id(), "kunci sandi dihapus"));
        return SeeOther.at(PAGE);
    }
}
