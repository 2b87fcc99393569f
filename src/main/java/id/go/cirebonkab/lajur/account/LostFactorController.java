package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotAllowed;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.SeeOther;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The system administrator takes away what somebody has lost, telephone and paper and passkeys; it ends that person's
 * sessions.
 */
@Controller
class LostFactorController {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    LostFactorController(
            SecondFactors factors,
            Passkeys passkeys,
            Accounts accounts,
            AuditLog log,
            TransactionTemplate transaction) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.log = log;
        this.transaction = transaction;
    }

    /** Not one's own: that would go round the proof that {@link SecondFactorController} asks for. */
    @PostMapping("/akun/{id}/faktor-kedua/penghapusan")
    ModelAndView takeAway(@PathVariable long id, Actor actor) {
        if (Objects.equals(actor.id(), id)) {
            throw new NotAllowed("one's own second factor");
        }
        transaction.executeWithoutResult(status -> {
            accounts.lock(id);
            var hasFactor = factors.isSetUp(id);
            if (passkeys.removeAll(id) == 0 && !hasFactor) {
                throw new NotVisible("second factor of account " + id);
            }
            factors.remove(id);
            accounts.endSessions(id);
            log.write(Entry.of(actor, Deed.ACCOUNT_CHANGED, "account", id, "faktor kedua dan kunci sandi dihapus"));
        });
        return SeeOther.at("/akun");
    }

    /** Tells the list of accounts which of them have what. */
    @ControllerAdvice(assignableTypes = AccountController.class)
    static class InTheList {

        private final SecondFactors factors;
        private final Passkeys passkeys;

        InTheList(SecondFactors factors, Passkeys passkeys) {
            this.factors = factors;
            this.passkeys = passkeys;
        }

        @ModelAttribute("withFactor")
        Set<Long> withFactor() {
            return factors.accountsWithOne();
        }

        @ModelAttribute("withPasskey")
        Set<Long> withPasskey() {
            return passkeys.accountsWithOne();
        }
    }
}
