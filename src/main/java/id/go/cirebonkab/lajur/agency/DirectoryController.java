package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.DomainClock;
import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agencies: listed, added, edited, renamed, merged, closed. */
@Controller
@RequestMapping("/perangkat-daerah")
class DirectoryController {

    private final Agencies agencies;
    private final Registrar registrar;
    private final Registry registry;
    private final Letters letters;
    private final AgencyOptions agencyOptions;
    private final DomainClock clock;

    DirectoryController(
            Agencies agencies,
            Registrar registrar,
            Registry registry,
            Letters letters,
            AgencyOptions agencyOptions,
            DomainClock clock) {
        this.agencies = agencies;
        this.registrar = registrar;
        this.registry = registry;
        this.letters = letters;
        this.agencyOptions = agencyOptions;
        this.clock = clock;
    }

    @GetMapping
    String directory(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String pic,
            Model model) {
        var withoutPic = pic.equals("tanpa");
        var found = agencies.directory(words.strip(), withoutPic, clock.today());
        model.addAttribute("q", words);
        model.addAttribute("withoutPic", withoutPic);
        model.addAttribute("count", found.size());
        model.addAttribute(
                "lacking",
                found.stream().filter(row -> row.active() && row.pics() == 0).count());
        model.addAttribute(
                "kinds",
                found.stream()
                        .collect(Collectors.groupingBy(
                                Agencies.DirectoryRow::kind, LinkedHashMap::new, Collectors.toList())));
        return "agency/directory";
    }

    @GetMapping("/baru")
    ModelAndView blank(HttpServletRequest request) {
        return newOne(AsTyped.of(Draft.takeFrom(request.getSession(false), "/perangkat-daerah")), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView register(Actor actor, HttpServletRequest request, RedirectAttributes next) {
        try {
            var typed = new Fields(request::getParameter);
            var profile = Profile.read(typed);
            typed.check();
            registrar.register(profile, actor);
            next.addFlashAttribute("saved", true);
            return SeeOther.at("/perangkat-daerah/" + profile.code());
        } catch (InvalidFields wrong) {
            return newOne(AsTyped.of(Draft.of(request), wrong.problems()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (InvalidInput wrong) {
            return newOne(AsTyped.of(Draft.of(request), List.of(wrong)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{kode}")
    ModelAndView show(@PathVariable String kode, Actor actor, HttpServletRequest request) {
        return page(kode, actor, AsTyped.of(Draft.takeFrom(request.getSession(false), "/perangkat-daerah/" + kode)));
    }

    @PostMapping("/{kode}")
    ModelAndView change(@PathVariable String kode, Actor actor, HttpServletRequest request, RedirectAttributes next) {
        return act(kode, actor, request, next, () -> {
            var typed = new Fields(field -> field.equals("kode") ? kode : request.getParameter(field));
            var profile = Profile.read(typed);
            typed.check();
            registrar.change(profile, "ya".equals(request.getParameter("koreksi")), Versions.shown(request), actor);
        });
    }

    @PostMapping("/{kode}/penggabungan")
    ModelAndView merge(
            @PathVariable String kode,
            @RequestParam(required = false) @Nullable String tujuan,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return act(kode, actor, request, next, () -> registrar.merge(kode, tujuan, Versions.shown(request), actor));
    }

    @PostMapping("/{kode}/penutupan")
    ModelAndView close(@PathVariable String kode, Actor actor, HttpServletRequest request, RedirectAttributes next) {
        return act(kode, actor, request, next, () -> registrar.close(kode, Versions.shown(request), actor));
    }

    @PostMapping("/{kode}/pembukaan")
    ModelAndView reopen(@PathVariable String kode, Actor actor, HttpServletRequest request, RedirectAttributes next) {
        return act(kode, actor, request, next, () -> registrar.reopen(kode, Versions.shown(request), actor));
    }

    private ModelAndView act(
            String code, Actor actor, HttpServletRequest request, RedirectAttributes next, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("saved", true);
            return SeeOther.at("/perangkat-daerah/" + code);
        } catch (InvalidFields wrong) {
            return again(code, actor, request, wrong.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (InvalidInput wrong) {
            return again(code, actor, request, List.of(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Outdated meanwhile) {
            return again(code, actor, request, List.of(), HttpStatus.CONFLICT).addObject("outdated", true);
        } catch (RegistryRefused refused) {
            return again(code, actor, request, List.of(), HttpStatus.CONFLICT)
                    .addObject("refused", refused.messageKey())
                    .addObject("openCases", refused.openCases());
        }
    }

    private ModelAndView again(
            String code, Actor actor, HttpServletRequest request, List<InvalidInput> problems, HttpStatus status) {
        var page = page(code, actor, AsTyped.of(Draft.of(request), problems));
        page.setStatus(status);
        return page;
    }

    private ModelAndView newOne(AsTyped form, HttpStatus status) {
        var page = new ModelAndView("agency/new-agency")
                .addObject("form", form.over(Map.of("konfirmasi", "tidak")))
                .addObject("kinds", AgencyKind.values())
                .addObject("agencyOptions", agencyOptions);
        page.setStatus(status);
        return page;
    }

    /** A system administrator reads no complaint: he or she is told how many stand in the way, not which. */
    private ModelAndView page(String code, Actor actor, AsTyped form) {
        var agency = agencies.recorded(code).orElseThrow(() -> new NotVisible("agency"));
        var parent = agency.profile().parent();
        return new ModelAndView("agency/agency")
                .addObject("agency", agency)
                .addObject("form", form.over(agency.profile().fields()))
                .addObject("kinds", AgencyKind.values())
                .addObject(
                        "parent", parent == null ? null : agencies.find(parent).orElse(null))
                .addObject(
                        "heir",
                        agency.mergedInto() == null
                                ? null
                                : agencies.find(agency.mergedInto()).orElse(null))
                .addObject("below", agencies.below(code))
                .addObject("merged", agencies.mergedInto(code))
                .addObject("formerNames", agencies.formerNames(code))
                .addObject("pics", letters.picsOf(code, clock.today()))
                .addObject("history", registry.history(Registry.Kind.AGENCY, code))
                .addObject("readsCases", actor.is(Role.DISTRICT_ADMIN))
                .addObject("agencyOptions", agencyOptions);
    }
}
