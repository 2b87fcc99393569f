package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.agency.AgencyOptions;
import id.go.cirebonkab.lajur.agency.Directory;
import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.complaint.CaseFile;
import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.notify.Notices;
import id.go.cirebonkab.lajur.relay.Deliveries;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.sla.ClockQueries;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of a case together: the case, its clocks, its deliveries, who was told, the forms that are allowed now. */
@Component
class CasePage {

    private final CaseQueries cases;
    private final ClockQueries clocks;
    private final Deliveries deliveries;
    private final Notices notices;
    private final Directory directory;
    private final AgencyOptions agencyOptions;
    private final Mandates mandates;
    private final AuditLog log;

    CasePage(
            CaseQueries cases,
            ClockQueries clocks,
            Deliveries deliveries,
            Notices notices,
            Directory directory,
            AgencyOptions agencyOptions,
            Mandates mandates,
            AuditLog log) {
        this.cases = cases;
        this.clocks = clocks;
        this.deliveries = deliveries;
        this.notices = notices;
        this.directory = directory;
        this.agencyOptions = agencyOptions;
        this.mandates = mandates;
        this.log = log;
    }

    /** @throws id.go.cirebonkab.lajur.shared.NotVisible when it is not there, or not for this person */
    ModelAndView show(TrackingId id, Actor actor, Draft draft) {
        return page(id, actor, draft, null, HttpStatus.OK);
    }

    /** The same page with what was typed and why it was not taken. */
    ModelAndView refuse(TrackingId id, Actor actor, Draft draft, Problem problem, HttpStatus status) {
        return page(id, actor, draft, problem, status);
    }

    private ModelAndView page(TrackingId id, Actor actor, Draft draft, @Nullable Problem problem, HttpStatus status) {
        var file = cases.open(id, actor);
        // Before anything is shown: no page of a case without its entry.
        log.write(Entry.of(
                actor, Deed.READ_CASE, "complaint", id.value(), file.contentHidden() ? "tanpa isi (rahasia)" : null));
        var isDesk = actor.is(Role.DISTRICT_ADMIN);
        var names = directory.page();
        var page = new ModelAndView("desk/case");
        page.setStatus(status);
        page.addObject("file", file);
        page.addObject("clocks", clocks.of(id));
        page.addObject("deliveries", isDesk ? deliveries.of(id) : List.of());
        page.addObject("notices", notices.of(id, actor));
        page.addObject("agencies", isDesk ? names.active() : List.of());
        page.addObject("agencyOptions", agencyOptions);
        page.addObject("agencyNames", names.shortNames());
        page.addObject("served", isDesk ? mandates.served() : Set.of());
        page.addObject("draft", draft);
        page.addObject("problem", problem);
        page.addObject("meanwhile", meanwhile(file, problem, status));
        return page;
    }

    /** What somebody else did while a form was open; without the form's version at least the last thing. */
    private static List<CaseFile.Event> meanwhile(CaseFile file, @Nullable Problem problem, HttpStatus status) {
        if (problem == null || status != HttpStatus.CONFLICT) {
            return List.of();
        }
        return problem.shownVersion() == null
                ? file.since(file.header().version() - 1)
                : file.since(problem.shownVersion());
    }
}
