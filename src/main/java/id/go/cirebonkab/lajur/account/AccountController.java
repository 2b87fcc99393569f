package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.Officers;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.SeeOther;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The accounts: listed, made, switched off and on, invited, and their sessions ended. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final Officers officers;
    private final PasswordLinks links;
    private final Sessions sessions;
    private final AccountSettings settings;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    AccountController(
            Accounts accounts,
            Officers officers,
            PasswordLinks links,
            Sessions sessions,
            AccountSettings settings,
            AuditLog log,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.officers = officers;
        this.links = links;
        this.sessions = sessions;
        this.settings = settings;
        this.log = log;
        this.transaction = transaction;
    }

    @GetMapping("/akun")
    ModelAndView list(@RequestParam(required = false) @Nullable Long dikirim) {
        var page = page(AccountForm.empty(), null, HttpStatus.OK);
        page.addObject("sentTo", dikirim == null ? null : accounts.mailAddress(dikirim));
        return page;
    }

    /** The account has no password until its owner sets one by the link. */
    @PostMapping("/akun")
    ModelAndView create(@ModelAttribute AccountForm form, Actor actor) {
        try {
            var account = form.checked();
            if (accounts.isTaken(account.username())) {
                throw new InvalidInput("username", "account.invalid.taken");
            }
            return answer(create(account, actor));
        } catch (InvalidInput e) {
            return page(form, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private PasswordLinks.Made create(AccountForm.Checked account, Actor actor) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                var id = accounts.create(
                        account.username(), account.name(), null, account.role(), account.officerId(), account.email());
                note(actor, id, "created " + account.username() + " " + account.role());
                return links.make(id, actor);
            }));
        } catch (DuplicateKeyException meanwhile) {
            throw new InvalidInput("username", "account.invalid.taken");
        }
    }

    @PostMapping("/akun/{id}/tautan")
    ModelAndView makeLink(@PathVariable long id, Actor actor) {
        try {
            return answer(links.make(id, actor));
        } catch (InvalidInput e) {
            return page(AccountForm.empty(), e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** A link that nobody can send is shown this once, so that it can be handed over. */
    private ModelAndView answer(PasswordLinks.Made link) {
        if (link.path() == null) {
            return SeeOther.at("/akun?dikirim=" + link.account().id());
        }
        var page = page(AccountForm.empty(), null, HttpStatus.OK);
        page.addObject("made", link);
        page.addObject(
                "link", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + link.path());
        return page;
    }

    @PostMapping("/akun/{id}/keaktifan")
    ModelAndView setActive(@PathVariable long id, @RequestParam boolean aktif, Actor actor) {
        if (!aktif && Objects.equals(actor.id(), id)) {
            return page(
                    AccountForm.empty(),
                    new InvalidInput("aktif", "account.invalid.self"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        transaction.executeWithoutResult(status -> {
            accounts.setActive(id, aktif);
            note(actor, id, aktif ? "switched on" : "switched off");
        });
        return SeeOther.at("/akun");
    }

    @PostMapping("/akun/{id}/sesi/penghentian")
    ModelAndView endSessions(@PathVariable long id, Actor actor) {
        var username = accounts.get(id).username();
        accounts.callOff(id);
        sessions.endAll(username, actor, id);
        return SeeOther.at("/akun");
    }

    @PostMapping("/akun/{id}/surel")
    ModelAndView setEmail(@PathVariable long id, @RequestParam(required = false) @Nullable String surel, Actor actor) {
        try {
            var email = AccountForm.checkedEmail(surel);
            transaction.executeWithoutResult(status -> {
                accounts.setEmail(id, email);
                note(actor, id, "mail address " + (email == null ? "removed" : email));
            });
            return SeeOther.at("/akun");
        } catch (InvalidInput e) {
            return page(AccountForm.empty(), e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void note(Actor actor, long id, String what) {
        log.write(Entry.of(actor, Deed.ACCOUNT_CHANGED, "account", id, what));
    }

    private ModelAndView page(AccountForm form, @Nullable InvalidInput problem, HttpStatus status) {
        var page = new ModelAndView("account/accounts");
        page.setStatus(status);
        page.addObject("accounts", accounts.all());
        page.addObject("officers", officers.names());
        page.addObject("roles", Role.values());
        page.addObject("hours", settings.invitation().plusMinutes(59).toHours());
        page.addObject("form", form);
        page.addObject("problem", problem);
        return page;
    }
}
