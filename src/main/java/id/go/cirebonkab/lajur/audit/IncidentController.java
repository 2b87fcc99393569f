package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who, what, since when: what a notice of a breach must say within 3 × 24 hours (UU PDP 27/2022, article 46). */
@Controller
class IncidentController {

    private final LogQueries queries;
    private final IncidentReport report;
    private final LogExport export;

    IncidentController(LogQueries queries, IncidentReport report, LogExport export) {
        this.queries = queries;
        this.report = report;
        this.export = export;
    }

    @GetMapping("/log/insiden")
    ModelAndView show(@ModelAttribute("form") IncidentForm form) {
        if (form.isEmpty()) {
            return page(form, null, HttpStatus.OK);
        }
        try {
            return found(page(form, null, HttpStatus.OK), form.checked());
        } catch (InvalidInput e) {
            return page(form, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/log/insiden/unduhan")
    @Nullable
    ModelAndView download(@ModelAttribute("form") IncidentForm form, Actor actor, HttpServletResponse response)
            throws IOException {
        try {
            export.incident(form.checked(), actor, response);
            return null;
        } catch (InvalidInput e) {
            return page(form, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView found(ModelAndView page, Incident incident) {
        var subjects = report.subjects(incident);
        return page.addObject("incident", incident)
                .addObject("sum", report.sum(incident))
                .addObject("readers", report.readers(incident))
                .addObject("subjects", subjects.subList(0, Math.min(subjects.size(), IncidentReport.SHOWN)))
                .addObject("isCut", subjects.size() > IncidentReport.SHOWN)
                .addObject("shown", IncidentReport.SHOWN);
    }

    private ModelAndView page(IncidentForm form, @Nullable InvalidInput problem, HttpStatus status) {
        var page = new ModelAndView("audit/incident");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("problem", problem);
        page.addObject("accounts", queries.accounts());
        return page;
    }
}
