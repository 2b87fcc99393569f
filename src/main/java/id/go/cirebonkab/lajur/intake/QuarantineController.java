package id.go.cirebonkab.lajur.intake;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.NotVisible;
import id.go.cirebonkab.lajur.shared.SeeOther;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Messages that could not be read, whole, each to be read again or entered by hand. */
@Controller
class QuarantineController {

    private final RawMessages messages;
    private final KeptInbox inbox;
    private final ObjectProvider<Source> sources;

    QuarantineController(RawMessages messages, KeptInbox inbox, ObjectProvider<Source> sources) {
        this.messages = messages;
        this.inbox = inbox;
        this.sources = sources;
    }

    @GetMapping("/karantina")
    String list(@RequestParam(required = false) @Nullable UUID sesudah, Model model) {
        var slice = messages.quarantined(sesudah);
        model.addAttribute("rows", slice.rows());
        model.addAttribute("next", slice.next());
        model.addAttribute(
                "sources",
                sources.stream().flatMap(source -> source.standing().stream()).toList());
        return "intake/quarantine";
    }

    @GetMapping("/karantina/{pesan}")
    String show(@PathVariable UUID pesan, Actor actor, Model model) {
        return page(pesan, actor, model);
    }

    @PostMapping("/karantina/{pesan}/ulang")
    ModelAndView readAgain(@PathVariable UUID pesan) {
        require(pesan);
        inbox.read(pesan);
        var message = require(pesan);
        var target = message.trackingId() == null ? "/karantina/" + pesan : "/pengaduan/" + message.trackingId();
        return SeeOther.at(target);
    }

    private String page(UUID pesan, Actor actor, Model model) {
        var message = require(pesan);
        messages.noteReading(message, actor);
        var text = messages.shownText(message);
        model.addAttribute("message", message);
        model.addAttribute("text", text);
        model.addAttribute("isCut", text.length() == RawMessages.SHOWN);
        return "intake/message";
    }

    private RawMessages.RawMessage require(UUID pesan) {
        return messages.find(pesan).orElseThrow(() -> new NotVisible("message"));
    }
}
