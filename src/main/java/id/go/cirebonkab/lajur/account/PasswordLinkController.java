package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.account.Accounts.AccountRow;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For who has no password, or not any more: asks for a link, and sets the password with one. */
@Controller
class PasswordLinkController {

    private static final Logger log = LoggerFactory.getLogger(PasswordLinkController.class);

    private final PasswordLinks links;
    private final Doorkeeper doorkeeper;
    private final AsyncTaskExecutor executor;

    PasswordLinkController(
            PasswordLinks links,
            Doorkeeper doorkeeper,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        this.links = links;
        this.doorkeeper = doorkeeper;
        this.executor = executor;
    }

    @GetMapping("/masuk/lupa")
    ModelAndView ask(@RequestParam(required = false) @Nullable String terkirim) {
        return askPage(terkirim != null, null);
    }

    /** The same answer at once, whoever that is: whatever comes of it is done afterwards. */
    @PostMapping("/masuk/lupa")
    ModelAndView send(
            @RequestParam(required = false) @Nullable String username,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!links.canBeSent()) {
            return askPage(false, null);
        }
        var wait = doorkeeper.keepsFromAsking(request);
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(wait.get().plusMillis(999).toSeconds()));
            var page = askPage(false, wait.get());
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            page.addObject("username", username);
            return page;
        }
        var name = Accounts.normal(username);
        if (doorkeeper.mayBeMailed(name)) {
            executor.execute(() -> send(name));
        }
        return SeeOther.at("/masuk/lupa?terkirim");
    }

    private void send(String username) {
        try {
            links.sendTo(username);
        } catch (RuntimeException e) {
            log.error("a link to set a new password could not be made", e);
        }
    }

    private ModelAndView askPage(boolean sent, @Nullable Duration wait) {
        var page = new ModelAndView("account/forgotten");
        page.addObject("sent", sent);
        page.addObject("unable", !links.canBeSent());
        page.addObject("wait", wait == null ? null : wait.plusSeconds(59).toMinutes());
        return page;
    }

    /** Shows the form only; what opens links by itself uses none up. */
    @GetMapping(PasswordLinks.PATH)
    ModelAndView form(@RequestParam(required = false) @Nullable String kunci) {
        return formPage(kunci, links.owner(kunci), null);
    }

    @PostMapping(PasswordLinks.PATH)
    ModelAndView setPassword(
            @RequestParam(required = false) @Nullable String kunci,
            @RequestParam(required = false) @Nullable String sandi,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account = links.setPassword(kunci, sandi);
            doorkeeper.forgives(request, account.username());
            doorkeeper.remembers(request, response, account.id());
            return SeeOther.at("/masuk?sandi");
        } catch (InvalidInput e) {
            return formPage(kunci, links.owner(kunci), e);
        }
    }

    private static ModelAndView formPage(@Nullable String token, AccountRow account, @Nullable InvalidInput problem) {
        var page = new ModelAndView("account/new-password");
        page.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("token", token);
        page.addObject("account", account);
        page.addObject("problem", problem);
        return page;
    }
}
