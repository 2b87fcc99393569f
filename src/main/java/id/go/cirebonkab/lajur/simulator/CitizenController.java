package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Document;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.FollowUp;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Notification;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The citizen's side of the imitation, with its switches: complain, see the answer arrive, reply. */
@Controller
@Profile("coba")
class CitizenController {

    private static final String PAGE = "/simulasi/lapor";
    private static final Pattern HOURS = Pattern.compile("[0-9]{1,4}([.][0-9]{1,6})?");
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(2000);
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);
    private static final int SHOWN = 20;

    private final SimulatedPortal portal;
    private final Messenger messenger;
    private final MailServer mailServer;
    private final MovableDomainClock clock;

    CitizenController(SimulatedPortal portal, Messenger messenger, MailServer mailServer, MovableDomainClock clock) {
        this.portal = portal;
        this.messenger = messenger;
        this.mailServer = mailServer;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    ModelAndView show(@RequestParam(required = false) @Nullable String sesudah, Locale locale) {
        return page(HttpStatus.OK, ReportForm.empty(), Map.of(), sesudah, locale);
    }

    @PostMapping(PAGE)
    ModelAndView complain(ReportForm form, Locale locale) {
        var mistakes = form.mistakes();
        if (!mistakes.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, form, mistakes, null, locale);
        }
        var notification = portal.write(form, form.way());
        messenger.send(notification);
        return to(notification.trackingId());
    }

    @PostMapping(PAGE + "/{id}/balasan")
    ModelAndView reply(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String isi,
            @RequestParam(required = false) @Nullable String lewat,
            Locale locale) {
        var trackingId = number(id);
        var content = ReportForm.tidy(isi);
        if (content.isEmpty()) {
            return refused("balasan", "simulator.invalid.reply.missing", locale);
        }
        if (content.length() > ReportForm.LONGEST) {
            return refused("balasan", "simulator.invalid.content.long", locale);
        }
        messenger.send(portal.reply(trackingId, content, Way.read(lewat).orElseGet(() -> wayOf(trackingId))));
        return to(trackingId);
    }

    /** What was not taken is sent again; when all was, the report is, so that a duplicate can be seen. */
    @PostMapping(PAGE + "/{id}/kirim-ulang")
    ModelAndView sendAgain(@PathVariable String id) {
        var trackingId = number(id);
        var all = portal.notifications(List.of(trackingId));
        var open = all.stream().filter(sent -> !sent.isDelivered()).toList();
        if (all.isEmpty()) {
            throw new NotVisible("nothing of " + trackingId + " was written here");
        }
        (open.isEmpty() ? all.subList(0, 1) : open).forEach(messenger::send);
        return to(trackingId);
    }

    @PostMapping(PAGE + "/keadaan")
    ModelAndView switchPortal(@RequestParam(required = false) @Nullable String keadaan, Locale locale) {
        var state = PortalState.read(keadaan);
        if (state.isEmpty()) {
            return refused("keadaan", "simulator.invalid.state", locale);
        }
        portal.switchTo(state.get());
        return seeOther(PAGE);
    }

    @PostMapping("/simulasi/waktu")
    ModelAndView moveClock(@RequestParam(required = false) @Nullable String jam, Locale locale) {
        var by = hours(jam);
        if (by.isEmpty()) {
            return refused("jam", "simulator.invalid.hours", locale);
        }
        clock.forward(by.get());
        return seeOther(PAGE);
    }

    private ModelAndView refused(String field, String mistake, Locale locale) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, ReportForm.empty(), Map.of(field, mistake), null, locale);
    }

    private ModelAndView page(
            HttpStatus status, ReportForm form, Map<String, String> mistakes, @Nullable String after, Locale locale) {
        var read = portal.newest(SHOWN + 1, after == null ? null : known(after));
        var reports = read.size() > SHOWN ? read.subList(0, SHOWN) : read;
        var ids = reports.stream().map(Report::trackingId).toList();
        var followUps = portal.followUps(ids);
        List<Document> documents =
                portal.documents(followUps.stream().map(FollowUp::id).toList());
        List<Notification> notifications = portal.notifications(ids);
        return new ModelAndView("simulator/lapor", status)
                .addObject("form", form)
                .addObject("mistakes", mistakes)
                .addObject(
                        "classifications",
                        ReportForm.CLASSIFICATIONS.stream().sorted().toList())
                .addObject("ways", Way.values())
                .addObject("mailbox", MailServer.MAILBOX)
                .addObject("smtpPort", mailServer.smtpPort())
                .addObject("states", PortalState.values())
                .addObject("state", portal.state())
                .addObject("now", PortalTime.spoken(clock.now(), locale))
                .addObject("nowIso", clock.now().atZone(DomainClock.WIB).toOffsetDateTime())
                .addObject("ahead", spoken(clock.ahead()))
                .addObject(
                        "reports",
                        Conversation.of(reports, notifications, followUps, documents, portal.statusNotes(ids), locale))
                .addObject("next", read.size() > SHOWN ? ids.get(SHOWN - 1) : null);
    }

    /** The way that the report went; by mail where it came from elsewhere. */
    private Way wayOf(long trackingId) {
        return portal.notifications(List.of(trackingId)).stream()
                .filter(sent -> !sent.reply())
                .map(Notification::way)
                .findFirst()
                .orElse(Way.SUREL);
    }

    private @Nullable Report known(String id) {
        return portal.find(number(id)).orElse(null);
    }

    private static long number(String written) {
        return Numbers.read(written).orElseThrow(() -> new NotVisible("not a tracking id"));
    }

    private static Optional<Duration> hours(@Nullable String typed) {
        var written = ReportForm.tidy(typed).replace(',', '.');
        if (!HOURS.matcher(written).matches()) {
            return Optional.empty();
        }
        var hours = new BigDecimal(written);
        return hours.compareTo(MOST_HOURS) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(hours.multiply(MILLIS_PER_HOUR).longValue()));
    }

    private static String spoken(Duration ahead) {
        var hours = BigDecimal.valueOf(ahead.toMillis()).divide(MILLIS_PER_HOUR, 2, RoundingMode.HALF_UP);
        return (hours.signum() == 0 ? BigDecimal.ZERO : hours.stripTrailingZeros())
                .toPlainString()
                .replace('.', ',');
    }

    private static ModelAndView to(long trackingId) {
        return seeOther(PAGE + "?nomor=" + trackingId + "#laporan-" + trackingId);
    }

    private static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}
