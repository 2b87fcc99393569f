package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.agency.AgencyOptions;
import id.go.cirebonkab.lajur.agency.Directory;
import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.complaint.State;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.desk.QueueQueries.Deadline;
import id.go.cirebonkab.lajur.desk.QueueQueries.Filter;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.Role;
import id.go.cirebonkab.lajur.sla.ClockQueries;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The queue. */
@Controller
class QueueController {

    private static final int LONGEST_SEARCH = 200;

    private final QueueQueries queue;
    private final ClockQueries clocks;
    private final Directory directory;
    private final Mandates mandates;
    private final AgencyOptions agencyOptions;

    QueueController(
            QueueQueries queue,
            ClockQueries clocks,
            Directory directory,
            Mandates mandates,
            AgencyOptions agencyOptions) {
        this.queue = queue;
        this.clocks = clocks;
        this.directory = directory;
        this.mandates = mandates;
        this.agencyOptions = agencyOptions;
    }

    @GetMapping("/pengaduan")
    String list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String perangkat,
            @RequestParam(required = false) @Nullable String tenggat,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sesudah,
            Actor actor,
            Model model) {
        var filter = new Filter(
                blank(status) ? null : Typed.oneOf(State.class, status, "status", "desk.invalid.status"),
                blank(perangkat) ? null : perangkat,
                deadline(tenggat),
                blank(q) ? null : words(q),
                blank(sesudah) ? null : after(sesudah));
        var slice = queue.list(filter, actor);
        var agencies = directory.page();
        model.addAttribute("endings", mandates.endings(actor.officerId()));
        model.addAttribute("rows", slice.rows());
        model.addAttribute(
                "clocks",
                clocks.running(
                        slice.rows().stream().map(QueueQueries.Row::trackingId).toList()));
        model.addAttribute("agencies", actor.is(Role.OFFICER) ? List.of() : agencies.active());
        model.addAttribute("agencyOptions", agencyOptions);
        model.addAttribute("agencyNames", agencies.shortNames());
        model.addAttribute("status", blank(status) ? "" : status);
        model.addAttribute("perangkat", blank(perangkat) ? "" : perangkat);
        model.addAttribute("tenggat", blank(tenggat) ? "" : tenggat);
        model.addAttribute("q", blank(q) ? "" : q);
        model.addAttribute("states", State.values());
        model.addAttribute("isFirstPage", blank(sesudah));
        model.addAttribute("next", slice.next() == null ? null : next(status, perangkat, tenggat, q, slice.next()));
        return "desk/queue";
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable Deadline deadline(@Nullable String text) {
        return switch (Typed.orEmpty(text)) {
            case "" -> null;
            case "lewat" -> Deadline.LATE;
            case "hampir" -> Deadline.NEAR;
            default -> throw new InvalidInput("tenggat", "desk.invalid.deadline");
        };
    }

    private static String words(String q) {
        if (q.length() > LONGEST_SEARCH) {
            throw new InvalidInput("q", "desk.invalid.search", LONGEST_SEARCH);
        }
        return q.replace("\0", "").strip();
    }

    private static long after(String text) {
        return TrackingId.read(text)
                .map(TrackingId::value)
                .orElseThrow(() -> new InvalidInput("sesudah", "desk.invalid.after"));
    }

    private static String next(
            @Nullable String status,
            @Nullable String perangkat,
            @Nullable String tenggat,
            @Nullable String q,
            String after) {
        var uri = UriComponentsBuilder.fromPath("/pengaduan");
        add(uri, "status", status);
        add(uri, "perangkat", perangkat);
        add(uri, "tenggat", tenggat);
        add(uri, "q", q);
        return uri.queryParam("sesudah", after).encode().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            uri.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
