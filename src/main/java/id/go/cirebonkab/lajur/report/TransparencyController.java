package id.go.cirebonkab.lajur.report;

import id.go.cirebonkab.lajur.shared.DomainClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public page. It names nobody and nothing but sums. */
@Controller
class TransparencyController {

    private static final String FOR_ANYONE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic().getHeaderValue();

    private final PublicFigures figures;
    private final DomainClock clock;

    TransparencyController(PublicFigures figures, DomainClock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/transparansi")
    String figures(Model model, HttpServletRequest request, HttpServletResponse response) {
        // Around the figures, a signed-in person's page has a name and a token: no shared cache may keep that.
        if (request.getUserPrincipal() == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_ANYONE);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        }
        model.addAttribute("overview", figures.upTo(clock.today()));
        model.addAttribute("steps", PublicFigures.SOP);
        model.addAttribute("fewest", PublicFigures.FEWEST);
        return "report/transparency";
    }
}
