package id.go.cirebonkab.lajur.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The parts that setting up a second factor has in common, in the middle of a sign-in and at one's own leisure. */
@Component
class SecondFactorPages {

    private final SecondFactors factors;

    SecondFactorPages(SecondFactors factors) {
        this.factors = factors;
    }

    /**
     * The picture and the secret, and where to type the first code; for who began it.
     *
     * @param in the sign-in or session that it was begun in, if it was
     * @param problem key of a sentence that says why what was typed was not taken
     */
    ModelAndView setUp(String view, Account account, @Nullable UUID in, @Nullable String problem) {
        var page = page(view, problem);
        var begun = in == null ? Optional.<Totp>empty() : factors.begun(account.id(), in);
        begun.ifPresent(totp -> {
            page.addObject("picture", QrPicture.of(totp.address(account.getUsername())));
            page.addObject("secret", totp.inGroups());
        });
        return page;
    }

    /** @param next where to go once they are written down */
    static ModelAndView recoveryCodes(List<String> codes, String next) {
        var page = page("account/recovery-codes", null);
        page.addObject("codes", codes);
        page.addObject("next", next);
        return page;
    }

    static ModelAndView page(String view, @Nullable String problem) {
        var page = new ModelAndView(view);
        page.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problemKey", problem);
        return page;
    }
}
