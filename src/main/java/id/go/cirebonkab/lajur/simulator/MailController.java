package id.go.cirebonkab.lajur.simulator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What went out by mail: the notices to officers and admins, and apart from them the portal's notifications. */
@Controller
@Profile("coba")
class MailController {

    private static final int SHOWN = 20;

    private final KeptMails kept;
    private final MailServer server;

    MailController(KeptMails kept, MailServer server) {
        this.kept = kept;
        this.server = server;
    }

    @GetMapping("/simulasi/surat-masuk")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String penerima,
            @RequestParam(required = false) @Nullable Long sesudah) {
        var typed = ReportForm.tidy(penerima).toLowerCase(Locale.ROOT);
        var recipient = typed.isEmpty() ? null : typed;
        var read = kept.newest(SHOWN + 1, recipient, sesudah);
        var mails = read.stream().limit(SHOWN).map(ShownMail::of).toList();
        return new ModelAndView("simulator/mails")
                .addObject("mails", mails)
                .addObject("recipient", recipient)
                .addObject("mailbox", MailServer.MAILBOX)
                .addObject("smtpPort", server.smtpPort())
                .addObject("next", read.size() > SHOWN ? mails.get(SHOWN - 1).id() : null);
    }
}
