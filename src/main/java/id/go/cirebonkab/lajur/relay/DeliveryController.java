package id.go.cirebonkab.lajur.relay;

import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.InvalidInput;
import id.go.cirebonkab.lajur.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is on its way to the portal, what got there, and what did not. */
@Controller
class DeliveryController {

    private final Deliveries deliveries;

    DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/pengiriman")
    ModelAndView list(@RequestParam(required = false) @Nullable Long sesudah) {
        return page(sesudah, null, HttpStatus.OK);
    }

    @PostMapping("/pengiriman/{id}/ulang")
    ModelAndView hasten(@PathVariable long id) {
        deliveries.hasten(id);
        return SeeOther.at("/pengiriman");
    }

    @PostMapping("/pengiriman/{id}/konfirmasi")
    ModelAndView confirm(@PathVariable long id, @RequestParam(required = false) @Nullable String bukti, Actor actor) {
        try {
            deliveries.confirm(id, bukti, actor);
            return SeeOther.at("/pengiriman");
        } catch (InvalidInput e) {
            return page(null, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(@Nullable Long after, @Nullable InvalidInput problem, HttpStatus status) {
        var slice = deliveries.list(after);
        var page = new ModelAndView("relay/deliveries");
        page.setStatus(status);
        page.addObject("automatic", deliveries.isAutomatic());
        var open = deliveries.open();
        page.addObject("open", open);
        page.addObject("texts", deliveries.texts(open));
        page.addObject("rows", slice.rows());
        page.addObject("next", slice.next());
        page.addObject("problem", problem);
        return page;
    }
}
