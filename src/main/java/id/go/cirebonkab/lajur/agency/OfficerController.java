package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping("/petugas")
class OfficerController {

    /** A letter that ends within so many days is marked, so that the next one is asked for in time. */
    private static final int SOON = 30;

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
        var kept = Draft.takeFrom(request.getSession(false), "/petugas");
        return page(after).addObject("form", OfficerForm.of(kept));
    }

    @PostMapping
    ModelAndView register(
            @Valid @ModelAttribute("form") OfficerForm form, BindingResult errors, RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                officers.register(form.toCommand(agencies));
                next.addFlashAttribute("registered", form.nama());
                var list = new RedirectView("/petugas", true);
                list.setStatusCode(HttpStatus.SEE_OTHER);
                return new ModelAndView(list);
            } catch (InvalidInput wrong) {
                errors.rejectValue(wrong.field(), wrong.messageKey(), wrong.arguments(), null);
            }
        }
        var again = page(null);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(@Nullable Long after) {
        return new ModelAndView("agency/officers")
                .addObject("letters", officers.list(after))
                .addObject("agencyOptions", agencyOptions)
                .addObject("today", clock.today())
                .addObject("soon", SOON);
    }
}
