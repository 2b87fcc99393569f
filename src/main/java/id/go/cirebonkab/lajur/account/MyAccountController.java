package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.account.Accounts.AccountRow;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: who one is here, the password, and where one is signed in. */
@Controller
class MyAccountController {

    private static final String PAGE = "/akun/saya";

    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordRules rules;
    private final PasswordLinks links;
    private final PasswordEncoder encoder;
    private final Doorkeeper doorkeeper;
    private final FailedSignIns failures;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock systemClock;

    MyAccountController(
            Accounts accounts,
            Sessions sessions,
            PasswordRules rules,
            PasswordLinks links,
            PasswordEncoder encoder,
            Doorkeeper doorkeeper,
            FailedSignIns failures,
            AuditLog log,
            TransactionTemplate transaction,
            Clock systemClock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.rules = rules;
        this.links = links;
        this.encoder = encoder;
        this.doorkeeper = doorkeeper;
        this.failures = failures;
        this.log = log;
        this.transaction = transaction;
        this.systemClock = systemClock;
    }

    @GetMapping(PAGE)
    ModelAndView show(
            @RequestParam(required = false) @Nullable String tersimpan, Actor actor, HttpServletRequest request) {
        return page(actor, request, null, HttpStatus.OK).addObject("saved", tersimpan != null);
    }

    /** Guessing here is no easier than at the door. */
    @PostMapping(PAGE + "/sandi")
    ModelAndView changePassword(
            @RequestParam(required = false) @Nullable String sandiLama,
            @RequestParam(required = false) @Nullable String sandi,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = own(actor);
        var wait = doorkeeper.keepsOut(request, account.username());
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(wait.get().plusMillis(999).toSeconds()));
            var minutes = wait.get().plusSeconds(59).toMinutes();
            var problem = new InvalidInput("sandiLama", "account.invalid.wait", minutes);
            return page(actor, request, problem, HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            requirePresent(sandiLama, account);
            doorkeeper.forgives(request, account.username());
            change(account, rules.hashed(sandi, links.ownWords(account)), actor, request);
            return SeeOther.at(PAGE + "?tersimpan");
        } catch (InvalidInput e) {
            return page(actor, request, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void requirePresent(@Nullable String password, AccountRow account) {
        if (password == null || account.passwordHash() == null || !encoder.matches(password, account.passwordHash())) {
            failures.note(account.username(), SignInWay.PASSWORD);
            throw new InvalidInput("sandiLama", "account.invalid.present");
        }
    }

    private void change(AccountRow account, String hash, Actor actor, HttpServletRequest request) {
        transaction.executeWithoutResult(status -> {
            accounts.changePassword(account.id(), hash);
            log.write(Entry.of(actor, Deed.ACCOUNT_CHANGED, "account", account.id(), "password"));
        });
        // Not within it: sessions are kept through a connection of their own.
        sessions.endOthers(account.username(), sessionOf(request), actor, account.id());
        request.changeSessionId();
        SignedIn.provedAgain(request.getSession(), systemClock.instant());
    }

    @PostMapping(PAGE + "/sesi/{sesi}/penghentian")
    ModelAndView endOne(@PathVariable String sesi, Actor actor) {
        var account = own(actor);
        sessions.end(account.username(), sesi, actor, account.id());
        return SeeOther.at(PAGE);
    }

    @PostMapping(PAGE + "/sesi/penghentian")
    ModelAndView endOthers(Actor actor, HttpServletRequest request) {
        var account = own(actor);
        sessions.endOthers(account.username(), sessionOf(request), actor, account.id());
        return SeeOther.at(PAGE);
    }

    private AccountRow own(Actor actor) {
        return accounts.get(Objects.requireNonNull(actor.id()));
    }

    private static @Nullable String sessionOf(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    private ModelAndView page(
            Actor actor, HttpServletRequest request, @Nullable InvalidInput problem, HttpStatus status) {
        var account = own(actor);
        var page = new ModelAndView("account/my-account");
        page.setStatus(status);
        page.addObject("account", account);
        page.addObject("address", accounts.mailAddress(account.id()));
        page.addObject("sessions", sessions.of(account.username(), sessionOf(request)));
        page.addObject("problem", problem);
        page.addObject("saved", false);
        return page;
    }
}
