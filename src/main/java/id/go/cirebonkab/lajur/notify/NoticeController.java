package id.go.cirebonkab.lajur.notify;

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

/** Who was told of what by mail, and who could not be. */
@Controller
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/pemberitahuan")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Long sesudah) {
        return page(status, sesudah, null, HttpStatus.OK);
    }

    @PostMapping("/pemberitahuan/{id}/ulang")
    ModelAndView sendAgain(@PathVariable long id) {
        try {
            notices.sendAgain(id);
            return SeeOther.at("/pemberitahuan");
        } catch (InvalidInput e) {
            return page(null, null, e, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(
            @Nullable String status, @Nullable Long after, @Nullable InvalidInput problem, HttpStatus code) {
        var state = NoticeState.read(status).orElse(null);
        var slice = notices.list(state, after);
        var page = new ModelAndView("notify/notices");
        page.setStatus(code);
        page.addObject("mailIsSetUp", notices.isMailSetUp());
        page.addObject("states", NoticeState.values());
        page.addObject("state", state);
        page.addObject("rows", slice.rows());
        page.addObject("next", slice.next());
        page.addObject("problem", problem);
        return page;
    }
}
