package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.complaint.CaseQueries;
import id.go.cirebonkab.lajur.complaint.Classification;
import id.go.cirebonkab.lajur.complaint.TrackingId;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.SeeOther;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Entry by hand: typed, or pasted and read. Also the way out of quarantine for a message that no reader understands. */
@Controller
class EntryController {

    private final KeptInbox inbox;
    private final RawMessages messages;
    private final CaseQueries cases;

    EntryController(KeptInbox inbox, RawMessages messages, CaseQueries cases) {
        this.inbox = inbox;
        this.messages = messages;
        this.cases = cases;
    }

    @GetMapping("/pengaduan/baru")
    ModelAndView form(@RequestParam(required = false) @Nullable UUID pesan, Actor actor) {
        if (pesan == null) {
            return page(EntryForm.empty(), null, HttpStatus.OK);
        }
        var message =
                messages.find(pesan).filter(RawMessages.RawMessage::waits).orElseThrow(() -> new NotVisible("message"));
        messages.noteReading(message, actor);
        return page(EntryForm.empty().pasted(messages.shownText(message), pesan), null, HttpStatus.OK);
    }

    /** {@code tindakan=baca} reads what was pasted into the fields; otherwise what stands in the fields is taken. */
    @PostMapping("/pengaduan/baru")
    ModelAndView enter(
            @ModelAttribute EntryForm form,
            @RequestParam(required = false) @Nullable String tindakan,
            @RequestParam(required = false) @Nullable List<MultipartFile> lampiran,
            Actor actor) {
        try {
            return "baca".equals(tindakan) ? read(form) : take(form, lampiran, actor);
        } catch (InvalidInput e) {
            return page(form, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView read(EntryForm form) {
        try {
            var read = LabelledText.read(form.textToRead());
            return page(form.filledWith(read), null, HttpStatus.OK).addObject("wasRead", true);
        } catch (Unreadable e) {
            throw new InvalidInput("tempel", "intake.unreadable." + e.reason().name(), e.detail());
        }
    }

    private ModelAndView take(EntryForm form, @Nullable List<MultipartFile> uploads, Actor actor) {
        var notification = form.toNotification(files(uploads));
        if (isKnown(notification.trackingId(), actor)) {
            throw new InvalidInput(
                    "nomor", "intake.invalid.known", notification.trackingId().toString());
        }
        if (form.pesan() == null) {
            inbox.enter(form.original().getBytes(StandardCharsets.UTF_8), notification, actor);
        } else {
            inbox.enterKept(form.pesan(), notification, actor);
        }
        return SeeOther.at("/pengaduan/" + notification.trackingId().value());
    }

    private boolean isKnown(TrackingId id, Actor actor) {
        try {
            cases.open(id, actor);
            return true;
        } catch (NotVisible notYet) {
            return false;
        }
    }

    private static List<AttachedFile> files(@Nullable List<MultipartFile> uploads) {
        var files = new ArrayList<AttachedFile>();
        for (var upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            if (!upload.isEmpty()) {
                try {
                    files.add(new AttachedFile(
                            upload.getOriginalFilename() == null ? "lampiran" : upload.getOriginalFilename(),
                            upload.getContentType() == null ? "application/octet-stream" : upload.getContentType(),
                            upload.getBytes()));
                } catch (IOException e) {
                    throw new InvalidInput("lampiran", "intake.invalid.file");
                }
            }
        }
        return files;
    }

    private static ModelAndView page(EntryForm form, @Nullable InvalidInput problem, HttpStatus status) {
        var page = new ModelAndView("intake/entry");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("problem", problem);
        page.addObject("classifications", Classification.values());
        return page;
    }
}
