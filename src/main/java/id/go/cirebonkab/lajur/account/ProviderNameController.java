package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The system administrator says who an account is at the identity provider. */
@Controller
class ProviderNameController {

    private final IdentityProviderSettings settings;
    private final ProviderBindings bindings;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    ProviderNameController(
            IdentityProviderSettings settings,
            ProviderBindings bindings,
            AuditLog log,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.bindings = bindings;
        this.log = log;
        this.transaction = transaction;
    }

    @PostMapping("/akun/{id}/penyedia")
    ModelAndView setName(@PathVariable long id, @RequestParam(required = false) @Nullable String nama, Actor actor) {
        if (!settings.isConfigured()) {
            throw new NotVisible("the identity provider");
        }
        var name = checked(nama);
        transaction.executeWithoutResult(status -> {
            bindings.setName(id, name);
            log.write(Entry.of(
                    actor,
                    Deed.ACCOUNT_CHANGED,
                    "account",
                    id,
                    name == null ? "identity provider: nobody" : "identity provider: " + name));
        });
        return SeeOther.at("/akun");
    }

    private static @Nullable String checked(@Nullable String typed) {
        var name = typed == null ? "" : typed.strip();
        if (name.length() > ProvenPerson.LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput("nama", "account.invalid.provider.name", ProvenPerson.LONGEST_NAME);
        }
        return name.isEmpty() ? null : name;
    }
}
