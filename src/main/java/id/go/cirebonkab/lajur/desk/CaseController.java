package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.audit.AuditLog;
import id.go.cirebonkab.lajur.audit.Deed;
import id.go.cirebonkab.lajur.audit.Entry;
import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.platform.Files;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.NotVisible;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of one case, and its files. */
@Controller
class CaseController {

    private final CasePage page;
    private final CaseQueries cases;
    private final Files files;
    private final AuditLog log;

    CaseController(CasePage page, CaseQueries cases, Files files, AuditLog log) {
        this.page = page;
        this.cases = cases;
        this.files = files;
        this.log = log;
    }

    @GetMapping("/pengaduan/{trackingId}")
    ModelAndView show(@PathVariable String trackingId, Actor actor, HttpServletRequest request) {
        var id = trackingId(trackingId);
        return page.show(id, actor, Draft.takeFrom(request.getSession(false), "/pengaduan/" + trackingId));
    }

    /** Always a download, never shown in the page's own origin. */
    @GetMapping("/pengaduan/{trackingId}/lampiran/{file}")
    void attachment(
            @PathVariable String trackingId, @PathVariable String file, Actor actor, HttpServletResponse response)
            throws IOException {
        var id = trackingId(trackingId);
        var kept = cases.attachment(id, fileId(file), actor);
        // Under the complaint's number, so that whoever asks about a complaint finds its files too.
        log.write(Entry.of(actor, Deed.READ_FILE, "complaint", id.value(), "berkas " + kept.id()));
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(kept.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(kept.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        files.copy(kept.id(), response.getOutputStream());
    }

    private static UUID fileId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotVisible("attachment");
        }
    }

    static TrackingId trackingId(String text) {
        return TrackingId.read(text).orElseThrow(() -> new NotVisible("complaint"));
    }
}
