package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.Officers;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.SeeOther;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts: listed, made, switched off and on, given a new password. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final Officers officers;
    private final PasswordEncoder passwords;

    AccountController(Accounts accounts, Officers officers, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.officers = officers;
        this.passwords = passwords;
    }

    @GetMapping("/akun")
    ModelAndView list() {
        return page(AccountForm.empty(), null, HttpStatus.OK);
    }

    @PostMapping("/akun")
    ModelAndView create(@ModelAttribute AccountForm form) {
        try {
            var account = form.checked();
            if (accounts.isTaken(account.username())) {
                throw new InvalidInput("username", "account.invalid.taken");
            }
            create(account);
            return SeeOther.at("/akun");
        } catch (InvalidInput e) {
            return page(form, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void create(AccountForm.Checked account) {
        try {
            accounts.create(
                    account.username(),
                    account.name(),
                    hash(account.password()),
                    account.role(),
                    account.officerId(),
                    account.email());
        } catch (DuplicateKeyException meanwhile) {
            throw new InvalidInput("username", "account.invalid.taken");
        }
    }

    @PostMapping("/akun/{id}/keaktifan")
    ModelAndView setActive(@PathVariable long id, @RequestParam boolean aktif, Actor actor) {
        if (!aktif && Objects.equals(actor.id(), id)) {
            return page(
                    AccountForm.empty(),
                    new InvalidInput("aktif", "account.invalid.self"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        accounts.setActive(id, aktif);
        return SeeOther.at("/akun");
    }

    @PostMapping("/akun/{id}/sandi")
    ModelAndView setPassword(@PathVariable long id, @RequestParam(required = false) @Nullable String sandi) {
        try {
            accounts.setPassword(id, hash(AccountForm.checkedPassword(sandi)));
            return SeeOther.at("/akun");
        } catch (InvalidInput e) {
            return page(AccountForm.empty(), e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/akun/{id}/surel")
    ModelAndView setEmail(@PathVariable long id, @RequestParam(required = false) @Nullable String surel) {
        try {
            accounts.setEmail(id, AccountForm.checkedEmail(surel));
            return SeeOther.at("/akun");
        } catch (InvalidInput e) {
            return page(AccountForm.empty(), e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private ModelAndView page(AccountForm form, @Nullable InvalidInput problem, HttpStatus status) {
        var page = new ModelAndView("account/accounts");
        page.setStatus(status);
        page.addObject("accounts", accounts.all());
        page.addObject("officers", officers.names());
        page.addObject("roles", Role.values());
        page.addObject("form", form);
        page.addObject("problem", problem);
        return page;
    }
}
