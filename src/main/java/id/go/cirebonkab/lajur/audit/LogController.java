package id.go.cirebonkab.lajur.audit;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The log: searched, verified, taken out. */
@Controller
class LogController {

    private final LogQueries queries;
    private final LogExport export;
    private final Seals seals;
    private final Verification verification;

    LogController(LogQueries queries, LogExport export, Seals seals, Verification verification) {
        this.queries = queries;
        this.export = export;
        this.seals = seals;
        this.verification = verification;
    }

    @GetMapping("/log")
    ModelAndView search(@ModelAttribute LogForm form, @RequestParam(required = false) @Nullable String sesudah) {
        try {
            return page(form, queries.page(form.checked(), sesudah), null, HttpStatus.OK);
        } catch (InvalidInput e) {
            return refused(form, e);
        }
    }

    @PostMapping("/log/unduhan")
    @Nullable
    ModelAndView download(@ModelAttribute LogForm form, Actor actor, HttpServletResponse response) throws IOException {
        try {
            export.search(form.checked(), actor, response);
            return null;
        } catch (InvalidInput e) {
            return refused(form, e);
        }
    }

    /** For who asks what was done with the data of a complaint. */
    @PostMapping("/log/permintaan")
    @Nullable
    ModelAndView answerSubject(
            @RequestParam(required = false) @Nullable String pengaduan, Actor actor, HttpServletResponse response)
            throws IOException {
        var number = pengaduan == null ? "" : pengaduan.strip().replaceFirst("^#", "");
        if (!number.matches("[0-9]{1,10}")) {
            return refused(LogForm.empty(), new InvalidInput("pengaduan", "audit.invalid.complaint"))
                    .addObject("complaint", pengaduan);
        }
        export.subject(Long.parseLong(number), actor, response);
        return null;
    }

    /** Nothing is changed by it, but it takes its time: no page to come back to by accident. */
    @PostMapping("/log/pemeriksaan")
    ModelAndView verify(@RequestParam(required = false) @Nullable String sidik) {
        var verdict = verification.verify(sidik);
        var form = LogForm.empty();
        return page(form, queries.page(form.checked(), null), null, HttpStatus.OK)
                .addObject("verdict", verdict)
                .addObject("noted", sidik);
    }

    private ModelAndView refused(LogForm form, InvalidInput problem) {
        return page(form, new Slice<>(List.of(), null), problem, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            LogForm form, Slice<LoggedEntry> found, @Nullable InvalidInput problem, HttpStatus status) {
        var page = new ModelAndView("audit/log");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("problem", problem);
        page.addObject("rows", found.rows());
        page.addObject("next", found.next());
        page.addObject("accounts", queries.accounts());
        page.addObject("deeds", Deed.values());
        page.addObject("kinds", LogForm.KINDS);
        page.addObject("newest", seals.newest().orElse(null));
        return page;
    }
}
