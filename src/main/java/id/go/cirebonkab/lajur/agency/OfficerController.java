package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of officers, and who becomes one. */
@Controller
@RequestMapping("/petugas")
class OfficerController {

    private final Officers officers;
    private final Agencies agencies;
    private final AgencyOptions agencyOptions;
    private final DomainClock clock;

    OfficerController(Officers officers, Agencies agencies, AgencyOptions agencyOptions, DomainClock clock) {
        this.officers = officers;
        this.agencies = agencies;
        this.agencyOptions = agencyOptions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(name = "sesudah", required = false) @Nullable Long after, HttpServletRequest request) {
        return page(after, AsTyped.of(Draft.takeFrom(request.getSession(false), "/petugas")));
    }

    @PostMapping
    ModelAndView register(
            @RequestParam(required = false) @Nullable MultipartFile pindaian,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        try {
            var typed = new Fields(request::getParameter);
            var person = Officers.Person.read(typed);
            var letter = Letters.read(typed, agencies::isActive);
            typed.check();
            officers.register(person, letter, Scan.of(pindaian, "pindaian"), actor);
            next.addFlashAttribute("registered", person.name());
            return SeeOther.at("/petugas");
        } catch (InvalidFields wrong) {
            return again(AsTyped.of(Draft.of(request), wrong.problems()));
        } catch (InvalidInput wrong) {
            return again(AsTyped.of(Draft.of(request), List.of(wrong)));
        }
    }

    private ModelAndView again(AsTyped form) {
        var page = page(null, form);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(@Nullable Long after, AsTyped form) {
        return new ModelAndView("agency/officers")
                .addObject("form", form)
                .addObject("letters", officers.list(after, clock.today()))
                .addObject("agencyOptions", agencyOptions)
                .addObject("today", clock.today());
    }
}
