package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one officer: who it is, the letters, the leaves. */
@Controller
@RequestMapping("/petugas/{id}")
class OfficerFileController {

    private final Officers officers;
    private final Letters letters;
    private final Leaves leaves;
    private final Registry registry;
    private final Agencies agencies;
    private final AgencyOptions agencyOptions;
    private final Files files;
    private final DomainClock clock;

    OfficerFileController(
            Officers officers,
            Letters letters,
            Leaves leaves,
            Registry registry,
            Agencies agencies,
            AgencyOptions agencyOptions,
            Files files,
            DomainClock clock) {
        this.officers = officers;
        this.letters = letters;
        this.leaves = leaves;
        this.registry = registry;
        this.agencies = agencies;
        this.agencyOptions = agencyOptions;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, HttpServletRequest request) {
        return page(id, AsTyped.of(Draft.takeFrom(request.getSession(false), "/petugas/" + id)));
    }

    @PostMapping
    ModelAndView change(@PathVariable long id, Actor actor, HttpServletRequest request, RedirectAttributes next) {
        return act(id, request, next, typed -> {
            var person = Officers.Person.read(typed);
            typed.check();
            officers.change(id, person, Versions.shown(request), actor);
        });
    }

    @PostMapping("/keaktifan")
    ModelAndView setActive(
            @PathVariable long id,
            @RequestParam boolean aktif,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return act(id, request, next, typed -> officers.setActive(id, aktif, actor));
    }

    @PostMapping("/surat-tugas")
    ModelAndView addLetter(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile pindaian,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return act(id, request, next, typed -> {
            var letter = Letters.read(typed, agencies::isActive);
            typed.check();
            letters.add(id, letter, Scan.of(pindaian, "pindaian"), actor);
        });
    }

    @PostMapping("/surat-tugas/{letter}/pencabutan")
    ModelAndView withdraw(
            @PathVariable long id,
            @PathVariable long letter,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return act(id, request, next, typed -> letters.withdraw(id, letter, actor));
    }

    @PostMapping("/surat-tugas/{letter}/pindaian")
    ModelAndView attach(
            @PathVariable long id,
            @PathVariable long letter,
            @RequestParam(required = false) @Nullable MultipartFile pindaianSusulan,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return act(id, request, next, typed -> {
            var scan = Scan.of(pindaianSusulan, "pindaianSusulan");
            if (scan == null) {
                throw new InvalidInput("pindaianSusulan", "agency.invalid.scan.missing");
            }
            letters.attach(id, letter, scan, actor);
        });
    }

    /** Always a download, never shown in the page's own origin. */
    @GetMapping("/surat-tugas/{letter}/pindaian")
    void scan(@PathVariable long id, @PathVariable long letter, Actor actor, HttpServletResponse response)
            throws IOException {
        var kept = letters.scan(id, letter, actor);
        Download.begin(response, kept.name(), kept.size());
        files.copy(kept.id(), response.getOutputStream());
    }

    @PostMapping("/cuti")
    ModelAndView addLeave(@PathVariable long id, Actor actor, HttpServletRequest request, RedirectAttributes next) {
        return act(id, request, next, typed -> {
            var leave = Leaves.NewLeave.read(typed);
            typed.check();
            leaves.add(id, leave, actor);
        });
    }

    @PostMapping("/cuti/{leave}/pembatalan")
    ModelAndView cancelLeave(
            @PathVariable long id,
            @PathVariable long leave,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return act(id, request, next, typed -> leaves.cancel(id, leave, actor));
    }

    private interface Act {
        void with(Fields typed);
    }

    private ModelAndView act(long id, HttpServletRequest request, RedirectAttributes next, Act act) {
        officers.require(id);
        try {
            act.with(new Fields(request::getParameter));
            next.addFlashAttribute("saved", true);
            return SeeOther.at("/petugas/" + id);
        } catch (InvalidFields wrong) {
            return again(id, AsTyped.of(Draft.of(request), wrong.problems()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (InvalidInput wrong) {
            return again(id, AsTyped.of(Draft.of(request), List.of(wrong)), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Outdated meanwhile) {
            return again(id, AsTyped.of(Draft.of(request)), HttpStatus.CONFLICT).addObject("outdated", true);
        }
    }

    private ModelAndView again(long id, AsTyped form, HttpStatus status) {
        var page = page(id, form);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(long id, AsTyped form) {
        var officer = officers.require(id);
        var today = clock.today();
        return new ModelAndView("agency/officer")
                .addObject("officer", officer)
                .addObject("form", form.over(officer.person().fields()))
                .addObject("letters", letters.of(id))
                .addObject("leaves", leaves.of(id))
                .addObject("standsInFor", leaves.forOthers(id, today))
                .addObject(
                        "others",
                        officers.names().stream()
                                .filter(other -> other.id() != id)
                                .toList())
                .addObject("history", registry.history(Registry.Kind.OFFICER, id))
                .addObject("agencyOptions", agencyOptions)
                .addObject("today", today);
    }
}
