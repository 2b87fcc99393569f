package id.go.cirebonkab.lajur.desk;

import id.go.cirebonkab.lajur.complaint.Answer;
import id.go.cirebonkab.lajur.complaint.AnswerText;
import id.go.cirebonkab.lajur.complaint.ArchiveKind;
import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.Collision;
import id.go.cirebonkab.lajur.complaint.ComplaintCommands;
import id.go.cirebonkab.lajur.complaint.Erasure;
import id.go.cirebonkab.lajur.complaint.Evidence;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.complaint.TransitionRefused;
import id.go.cirebonkab.lajur.relay.Deliveries;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Draft;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Each action is a resource below its case. Taken: 303 to the case. Refused by the state: 409, not valid: 422, both with
 * the whole page and what was typed.
 */
@Controller
@RequestMapping("/pengaduan/{trackingId}")
class TransitionController {

    private final ComplaintCommands complaints;
    private final Deliveries deliveries;
    private final Erasure erasure;
    private final CasePage page;

    TransitionController(ComplaintCommands complaints, Deliveries deliveries, Erasure erasure, CasePage page) {
        this.complaints = complaints;
        this.deliveries = deliveries;
        this.erasure = erasure;
        this.page = page;
    }

    @PostMapping("/penerusan")
    ModelAndView forward(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String utama,
            @RequestParam(defaultValue = "") List<String> pendukung,
            @RequestParam(required = false) @Nullable String catatan,
            Actor actor,
            HttpServletRequest request) {
        return act(
                trackingId,
                actor,
                request,
                (id, shown) -> complaints.forward(id, shown, utama, pendukung, catatan, actor));
    }

    @PostMapping("/pengalihan")
    ModelAndView reassign(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String utama,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> complaints.reassign(id, shown, utama, alasan, actor));
    }

    @PostMapping("/penarikan")
    ModelAndView recall(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> complaints.recall(id, shown, alasan, actor));
    }

    @PostMapping("/pengembalian")
    ModelAndView returnToDesk(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> complaints.returnToDesk(id, shown, alasan, actor));
    }

    @PostMapping("/klasifikasi")
    ModelAndView classify(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String klasifikasi,
            @RequestParam(required = false) @Nullable String terlapor,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> {
            var wanted =
                    Typed.oneOf(Classification.class, klasifikasi, "klasifikasi", "complaint.invalid.classification");
            complaints.classify(id, shown, wanted, terlapor, alasan, actor);
        });
    }

    @PostMapping("/arsip")
    ModelAndView archive(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String jenis,
            @RequestParam(required = false) @Nullable String induk,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> {
            var kind = Typed.oneOf(ArchiveKind.class, jenis, "jenis", "complaint.invalid.archive.kind");
            complaints.archive(id, shown, kind, induk, alasan, actor);
        });
    }

    @PostMapping("/pembukaan")
    ModelAndView reopen(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> complaints.reopen(id, shown, alasan, actor));
    }

    @PostMapping("/sumbangan")
    ModelAndView contribute(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String isi,
            @RequestParam(required = false) @Nullable List<MultipartFile> lampiran,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> {
            var text = new AnswerText(Answer.Kind.CONTRIBUTION, Typed.orEmpty(isi), null);
            complaints.contribute(id, shown, text, Typed.uploads(lampiran), actor);
        });
    }

    @PostMapping("/jawaban")
    ModelAndView answer(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String isi,
            @RequestParam(required = false) @Nullable String jenis,
            @RequestParam(required = false) @Nullable String janji,
            @RequestParam(required = false) @Nullable List<MultipartFile> lampiran,
            Actor actor,
            HttpServletRequest request) {
        return act(
                trackingId,
                actor,
                request,
                (id, shown) ->
                        complaints.answer(id, shown, Typed.answer(isi, jenis, janji), Typed.uploads(lampiran), actor));
    }

    @PostMapping("/jawaban-tercatat")
    ModelAndView recordAnswer(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String perangkat,
            @RequestParam(required = false) @Nullable String isi,
            @RequestParam(required = false) @Nullable String jenis,
            @RequestParam(required = false) @Nullable String janji,
            @RequestParam(required = false) @Nullable String sumber,
            @RequestParam(required = false) @Nullable String pejabat,
            @RequestParam(required = false) @Nullable String tanggal,
            @RequestParam(required = false) @Nullable List<MultipartFile> lampiran,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> {
            var text = Typed.answer(isi, jenis, janji);
            var date = Typed.date(tanggal, "tanggal");
            if (date == null) {
                throw new InvalidInput("tanggal", "complaint.invalid.date.missing");
            }
            var evidence = new Evidence(sumber, Typed.orEmpty(pejabat), date);
            complaints.recordAnswer(id, shown, perangkat, text, evidence, Typed.uploads(lampiran), actor);
        });
    }

    @PostMapping("/perbaikan")
    ModelAndView askForRevision(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String catatan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> complaints.askForRevision(id, shown, catatan, actor));
    }

    @PostMapping("/persetujuan")
    ModelAndView approve(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> complaints.approve(id, shown, alasan, actor));
    }

    @PostMapping("/pembatalan")
    ModelAndView withdraw(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> deliveries.withdraw(id, shown, alasan, actor));
    }

    @PostMapping("/penghapusan")
    ModelAndView erase(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> erasure.erase(id, alasan, actor));
    }

    @PostMapping("/penahanan")
    ModelAndView hold(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> erasure.hold(id, alasan, actor));
    }

    @PostMapping("/pelepasan")
    ModelAndView release(
            @PathVariable String trackingId,
            @RequestParam(required = false) @Nullable String alasan,
            Actor actor,
            HttpServletRequest request) {
        return act(trackingId, actor, request, (id, shown) -> erasure.release(id, alasan, actor));
    }

    /** What a form does to the case, given the version that the form was shown. */
    private interface Act {
        void on(TrackingId id, @Nullable Long shown);
    }

    private ModelAndView act(String trackingId, Actor actor, HttpServletRequest request, Act act) {
        var id = CaseController.trackingId(trackingId);
        var path = request.getRequestURI();
        var form = path.substring(path.lastIndexOf('/') + 1);
        try {
            act.on(id, Typed.version(request.getParameter("versi")));
            return SeeOther.at("/pengaduan/" + id.value());
        } catch (InvalidInput e) {
            var problem = new Problem(form, e.field(), e.messageKey(), e.arguments(), null);
            return page.refuse(id, actor, Draft.of(request), problem, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Collision e) {
            var problem = new Problem(form, null, "complaint.collision", new Object[0], e.shownVersion());
            return page.refuse(id, actor, Draft.of(request), problem, HttpStatus.CONFLICT);
        } catch (TransitionRefused e) {
            var problem = new Problem(
                    form,
                    null,
                    "complaint.refusal." + e.refusal(),
                    new Object[] {e.state().name()},
                    null);
            return page.refuse(id, actor, Draft.of(request), problem, HttpStatus.CONFLICT);
        }
    }
}
