package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.SeeOther;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** As long as there is no system administrator, each start writes a link into the log that makes one, once. */
@Controller
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Duration VALID = Duration.ofHours(24);

    private static final Set<LinkPurpose> PURPOSE = EnumSet.of(LinkPurpose.FIRST_ADMINISTRATOR);

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final PasswordRules rules;
    private final AuditLog audit;
    private final Clock systemClock;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            Accounts accounts,
            OneTimeLinks links,
            PasswordRules rules,
            AuditLog audit,
            Clock systemClock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.links = links;
        this.rules = rules;
        this.audit = audit;
        this.systemClock = systemClock;
        this.transaction = transaction;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (accounts.hasSystemAdministrator()) {
            return;
        }
        var token = transaction.execute(status -> {
            links.takeTurn();
            return links.make(
                    LinkPurpose.FIRST_ADMINISTRATOR,
                    null,
                    null,
                    systemClock.instant().plus(VALID));
        });
        log.warn("No system administrator yet. Open this once, within 24 hours: /mulai?kunci={}", token);
    }

    @GetMapping("/mulai")
    ModelAndView form(@RequestParam(required = false) @Nullable String kunci) {
        requireValid(kunci);
        return page(kunci, AccountForm.empty(), null, HttpStatus.OK);
    }

    @PostMapping("/mulai")
    ModelAndView create(
            @RequestParam(required = false) @Nullable String kunci,
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) @Nullable String nama,
            @RequestParam(required = false) @Nullable String sandi) {
        requireValid(kunci);
        var form = new AccountForm(username, nama, Role.SYSTEM_ADMIN.name(), null, null);
        try {
            var account = form.checked();
            var hash = rules.hashed(sandi, account.username(), account.name());
            transaction.executeWithoutResult(status -> {
                links.takeTurn();
                requireValid(kunci);
                links.voidAll(LinkPurpose.FIRST_ADMINISTRATOR);
                var id = accounts.create(account.username(), account.name(), hash, Role.SYSTEM_ADMIN, null, null);
                audit.write(new Entry(
                        id,
                        account.name(),
                        Deed.ACCOUNT_CHANGED,
                        "account",
                        String.valueOf(id),
                        "created " + account.username() + " SYSTEM_ADMIN by FIRST_ADMINISTRATOR"));
            });
            return SeeOther.at("/masuk");
        } catch (InvalidInput e) {
            return page(kunci, form, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void requireValid(@Nullable String token) {
        if (accounts.hasSystemAdministrator()) {
            throw gone();
        }
        links.find(token, PURPOSE).orElseThrow(FirstAdministrator::gone);
    }

    private static LinkGone gone() {
        return new LinkGone(LinkPurpose.FIRST_ADMINISTRATOR);
    }

    private static ModelAndView page(
            @Nullable String token, AccountForm form, @Nullable InvalidInput problem, HttpStatus status) {
        var page = new ModelAndView("account/setup");
        page.setStatus(status);
        page.addObject("token", token);
        page.addObject("form", form);
        page.addObject("problem", problem);
        return page;
    }
}
