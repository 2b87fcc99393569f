package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.Retention;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How long personal data are kept: the rules, what they would erase now, and the button that does it. */
@Controller
class RetentionController {

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    @GetMapping("/retensi")
    ModelAndView show(@RequestParam(required = false) @Nullable Integer dihapus) {
        return page(null, null, HttpStatus.OK).addObject("erased", dihapus);
    }

    @PostMapping("/retensi/aturan")
    ModelAndView change(
            @RequestParam(required = false) @Nullable String klasifikasi,
            @RequestParam(required = false) @Nullable String bulan,
            Actor actor) {
        try {
            var classification =
                    Typed.oneOf(Classification.class, klasifikasi, "bulan", "complaint.invalid.classification");
            if (classification == null) {
                throw new InvalidInput("bulan", "complaint.invalid.classification");
            }
            retention.change(classification, bulan, actor);
            return SeeOther.at("/retensi");
        } catch (InvalidInput e) {
            return page(e, bulan, HttpStatus.UNPROCESSABLE_CONTENT).addObject("asked", klasifikasi);
        }
    }

    @PostMapping("/retensi/pelaksanaan")
    ModelAndView run(Actor actor) {
        return SeeOther.at("/retensi?dihapus=" + retention.run(actor));
    }

    private ModelAndView page(@Nullable InvalidInput problem, @Nullable String typed, HttpStatus status) {
        var page = new ModelAndView("desk/retention");
        page.setStatus(status);
        page.addObject("rules", retention.preview());
        page.addObject("problem", problem);
        page.addObject("typed", typed);
        return page;
    }
}
