package id.go.cirebonkab.lajur.simulator;

import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Document;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.FollowUp;
import id.go.cirebonkab.lajur.simulator.SimulatedPortal.Report;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The portal's API as far as it is known, imitated. The list call is an assumption of ours. */
@RestController
@Profile("coba")
@RequestMapping("/simulasi/api")
class PortalApiController {

    private static final Map<String, String> INSTITUTIONS = institutions();
    private static final List<Map<String, Object>> TEMPLATES = List.of(
            Map.of(
                    "template_code",
                    "disposition",
                    "content",
                    "Laporan Anda telah kami teruskan kepada instansi terkait."),
            Map.of("template_code", "followup", "content", "Terima kasih atas laporan Anda."),
            Map.of("template_code", "finished", "content", "Laporan Anda telah selesai ditindaklanjuti."));
    private static final Set<String> YES = Set.of("1", "true", "yes", "on");

    private final SimulatedPortal portal;
    private final SimulatorSettings settings;

    PortalApiController(SimulatedPortal portal, SimulatorSettings settings) {
        this.portal = portal;
        this.settings = settings;
    }

    /** What the portal does not take, and what it says then. */
    private static class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final HttpStatus status;

        Refused(HttpStatus status, String message) {
            super(message);
            this.status = status;
        }
    }

    @GetMapping("/masters/institutions/external")
    Map<String, Object> institutionList() {
        var list = new ArrayList<Map<String, Object>>();
        INSTITUTIONS.forEach((id, name) -> list.add(Map.of("id", Long.valueOf(id), "name", name)));
        return results(list);
    }

    @GetMapping("/masters/templates")
    Map<String, Object> templates() {
        return results(TEMPLATES);
    }

    @GetMapping("/complaints")
    Map<String, Object> complaints(
            @RequestParam(name = "updated_after", required = false) @Nullable String updatedAfter,
            @RequestParam(defaultValue = "1") String page) {
        var number = pageNumber(page);
        var changed = portal.changed(instant(updatedAfter), number);
        var hasNext = changed.size() > SimulatedPortal.pageSize();
        var shown = hasNext ? changed.subList(0, SimulatedPortal.pageSize()) : changed;
        var results = new LinkedHashMap<String, Object>();
        results.put("data", shown.stream().map(PortalApiController::complaint).toList());
        results.put("next_page", hasNext ? number + 1 : null);
        return Map.of("results", results);
    }

    @GetMapping("/complaints/{id}/complaint")
    Map<String, Object> complaintStatus(@PathVariable String id) {
        var trackingId = trackingId(id);
        var known = portal.find(trackingId);
        var status = known.map(Report::status).orElse(SimulatedPortal.Status.NEW);
        var data = known.map(PortalApiController::complaint).orElseGet(() -> {
            var unknown = new LinkedHashMap<String, Object>();
            unknown.put("id", trackingId);
            return unknown;
        });
        data.put("status_code", code(status));
        data.put("status_name", status.title);
        data.put("disposition_id", null);
        data.put("disposition_name", null);
        data.put(
                "status_logs",
                portal.statusNotes(List.of(trackingId)).stream()
                        .map(note -> Map.of("note", note.note(), "timestamp", PortalTime.written(note.createdAt())))
                        .toList());
        var results = new LinkedHashMap<String, Object>();
        results.put("data", data);
        results.put("data_logs", List.of());
        return Map.of("results", results);
    }

    @GetMapping("/complaints/{id}/followups")
    Map<String, Object> followUps(@PathVariable String id) {
        var followUps = portal.followUps(List.of(trackingId(id)));
        var documents = portal.documents(followUps.stream().map(FollowUp::id).toList());
        return results(followUps.stream()
                .map(followUp -> followUp(followUp, documents))
                .toList());
    }

    @PostMapping("/complaints/followup/add")
    ResponseEntity<Map<String, Object>> addFollowUp(
            HttpServletRequest request, @RequestAttribute(PortalGate.STATE) PortalState state) {
        var written = request.getParameter("complaint_id");
        var content = request.getParameter("content");
        if (written == null || written.isBlank() || content == null || content.isBlank()) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "complaint_id dan content wajib diisi.");
        }
        var id = portal.take(
                new FollowUp(
                        0,
                        trackingId(written),
                        parameter(request, "user_id"),
                        parameter(request, "institution_from_id"),
                        parameter(request, "institution_to_id"),
                        parameter(request, "info_disposition"),
                        parameter(request, "template_code"),
                        parameter(request, "rating"),
                        isYes(request.getParameter("is_secret")),
                        harmless(content),
                        Instant.EPOCH),
                files(request));
        return taken(state, Map.of("data", Map.of("id", id)));
    }

    @PostMapping("/complaints/process/{id}/reject")
    ResponseEntity<Map<String, Object>> reject(
            @PathVariable String id,
            HttpServletRequest request,
            @RequestAttribute(PortalGate.STATE) PortalState state) {
        var trackingId = trackingId(id);
        var reason = request.getParameter("reason_description");
        portal.reject(trackingId, reason == null ? "" : harmless(reason));
        return taken(state, Map.of("data", Map.of("id", trackingId)));
    }

    @PostMapping("/complaints/complaint/file")
    ResponseEntity<Map<String, Object>> upload(
            HttpServletRequest request, @RequestAttribute(PortalGate.STATE) PortalState state) {
        var files = files(request);
        if (files.isEmpty()) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "attachments[] wajib diisi.");
        }
        var docs = portal.keep(files).stream().map(id -> Map.of("id", id)).toList();
        return taken(state, Map.of("docs", docs));
    }

    @RequestMapping("/**")
    ResponseEntity<Map<String, Object>> unknown() {
        throw new Refused(HttpStatus.NOT_FOUND, "Alamat tidak dikenal.");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refused refused) {
        return said(refused.status, Map.of("message", String.valueOf(refused.getMessage())));
    }

    /** Answers what was taken, in the way of the state that it met on arrival. */
    private ResponseEntity<Map<String, Object>> taken(PortalState state, Map<String, Object> results) {
        return switch (state) {
            case GALAT -> said(HttpStatus.INTERNAL_SERVER_ERROR, Map.of("message", "Terjadi kesalahan pada server."));
            case LAMBAT -> {
                dawdle();
                yield said(HttpStatus.OK, Map.of("results", results));
            }
            case NORMAL, MATI -> said(HttpStatus.OK, Map.of("results", results));
        };
    }

    private void dawdle() {
        try {
            Thread.sleep(settings.lambat().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ResponseEntity<Map<String, Object>> said(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static Map<String, Object> results(List<? extends Map<String, ?>> data) {
        return Map.of("results", Map.of("data", data));
    }

    private static LinkedHashMap<String, Object> complaint(Report report) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", report.trackingId());
        fields.put("tracking_id", String.valueOf(report.trackingId()));
        fields.put("title", report.title());
        fields.put("content", report.content());
        fields.put("channel", "Website");
        fields.put("classification", report.classification());
        fields.put("classification_id", null);
        fields.put("disposition_id", null);
        fields.put("category", report.category());
        fields.put("category_id", null);
        fields.put("location", report.location());
        fields.put("location_id", null);
        fields.put(
                "date_of_incident",
                report.dateOfIncident() == null ? null : PortalTime.written(report.dateOfIncident()));
        fields.put("is_anonymous", report.anonymous());
        fields.put("is_secret", report.secret());
        fields.put("reporter_name", report.anonymous() ? null : report.reporterName());
        fields.put("attachments", List.of());
        fields.put("status_code", code(report.status()));
        fields.put("status_name", report.status().title);
        fields.put("created_at", PortalTime.written(report.createdAt()));
        fields.put("updated_at", PortalTime.written(report.updatedAt()));
        return fields;
    }

    private static Map<String, Object> followUp(FollowUp followUp, List<Document> documents) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", followUp.id());
        fields.put("institution_from_name", institution(followUp.institutionFromId()));
        fields.put("institution_to_name", institution(followUp.institutionToId()));
        fields.put("template_code", followUp.templateCode());
        fields.put("template_content", null);
        fields.put("content", followUp.content());
        fields.put("is_secret", followUp.secret());
        fields.put(
                "attachments",
                documents.stream()
                        .filter(file -> file.followUpId() != null && file.followUpId() == followUp.id())
                        .map(file -> Map.of(
                                "path", "lampiran/" + file.id(), "file_name", file.fileName(), "size", file.size()))
                        .toList());
        fields.put("created_at", PortalTime.written(followUp.createdAt()));
        return fields;
    }

    private static List<Document> files(HttpServletRequest request) {
        if (!(request instanceof MultipartHttpServletRequest multipart)) {
            return List.of();
        }
        return multipart.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .map(file -> new Document(
                        0,
                        null,
                        harmless(String.valueOf(file.getOriginalFilename())),
                        file.getContentType(),
                        file.getSize()))
                .toList();
    }

    private static @Nullable String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : harmless(value);
    }

    /** Without the one character that the database does not take. */
    private static String harmless(String text) {
        return text.replace("\u0000", "");
    }

    private static boolean isYes(@Nullable String value) {
        return value != null && YES.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    private static long trackingId(String written) {
        return Numbers.read(written).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "Laporan tidak ditemukan."));
    }

    private static int pageNumber(String page) {
        if (!page.matches("[1-9][0-9]{0,6}")) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "page harus bilangan mulai dari 1.");
        }
        return Integer.parseInt(page);
    }

    private static @Nullable Instant instant(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return PortalTime.read(written)
                .orElseThrow(() ->
                        new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "updated_after harus berbentuk d-m-Y H:i:s."));
    }

    private static String code(SimulatedPortal.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String institution(@Nullable String id) {
        return id == null ? null : INSTITUTIONS.getOrDefault(id, "Instansi " + id);
    }

    private static Map<String, String> institutions() {
        var names = new LinkedHashMap<String, String>();
        names.put("3209", "Pemerintah Kabupaten Cirebon");
        names.put("3274", "Pemerintah Kota Cirebon");
        names.put("32", "Pemerintah Provinsi Jawa Barat");
        names.put("33", "Kementerian Pekerjaan Umum");
        names.put("34", "Badan Pertanahan Nasional");
        names.put("35", "Kementerian Sosial");
        return names;
    }
}
