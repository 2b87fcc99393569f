package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.SeeOther;
import id.go.cirebonkab.lajur.shared.Sha256;
import id.go.cirebonkab.lajur.shared.Times;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
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

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock systemClock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    FirstAdministrator(
            Accounts accounts,
            JdbcClient jdbc,
            PasswordEncoder passwords,
            Clock systemClock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.systemClock = systemClock;
        this.transaction = transaction;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (accounts.hasSystemAdministrator()) {
            return;
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from one_time_link where purpose = 'FIRST_ADMINISTRATOR'")
                    .update();
            jdbc.sql("insert into one_time_link (token_hash, purpose, expires_at) values (?, 'FIRST_ADMINISTRATOR', ?)")
                    .params(
                            Sha256.hex(token),
                            Times.offset(systemClock.instant().plus(VALID)))
                    .update();
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
        var form = new AccountForm(username, nama, Role.SYSTEM_ADMIN.name(), null, null, sandi);
        try {
            var account = form.checked();
            transaction.executeWithoutResult(status -> {
                useUp(Objects.requireNonNull(kunci));
                accounts.create(
                        account.username(),
                        account.name(),
                        Objects.requireNonNull(passwords.encode(account.password())),
                        Role.SYSTEM_ADMIN,
                        null,
                        null);
            });
            return SeeOther.at("/masuk");
        } catch (InvalidInput e) {
            return page(kunci, form, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void requireValid(@Nullable String token) {
        var valid = token != null
                && jdbc.sql("select exists (select from one_time_link where token_hash = ? and expires_at > ?)")
                        .params(Sha256.hex(token), Times.offset(systemClock.instant()))
                        .query(Boolean.class)
                        .single();
        if (!valid) {
            throw new NotVisible("the link for the first administrator");
        }
    }

    private void useUp(String token) {
        if (jdbc.sql("delete from one_time_link where token_hash = ?")
                        .params(Sha256.hex(token))
                        .update()
                != 1) {
            throw new NotVisible("the link for the first administrator");
        }
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
