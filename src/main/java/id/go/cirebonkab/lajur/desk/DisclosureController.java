package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.complaint.Disclosures;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows what is masked, once, as the answer to the very form that gave the reason: it stands under no address. */
@Controller
@RequestMapping("/pengaduan/{trackingId}")
class DisclosureController {

    private final Disclosures disclosures;
    private final CasePage page;

    DisclosureController(Disclosures disclosures, CasePage page) {
        this.disclosures = disclosures;
        this.page = page;
    }

    @PostMapping("/identitas")
    ModelAndView reporter(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        var id = CaseController.trackingId(trackingId);
        try {
            var reporter = disclosures.reporter(id, alasan, actor);
            return page.show(id, actor, Draft.none()).addObject("reporter", reporter);
        } catch (InvalidInput e) {
            return page.refuse(id, actor, Draft.of(request), problem("identitas", e), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/teks-asli")
    ModelAndView unmasked(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        var id = CaseController.trackingId(trackingId);
        try {
            var file = disclosures.unmasked(id, alasan, actor);
            return page.show(id, actor, Draft.none()).addObject("file", file);
        } catch (InvalidInput e) {
            return page.refuse(id, actor, Draft.of(request), problem("teks-asli", e), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Problem problem(String form, InvalidInput e) {
        return new Problem(form, e.field(), e.messageKey(), e.arguments(), null);
    }
}
