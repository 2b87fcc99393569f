package id.go.cirebonkab.lajur.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says what to do when a link does not work any more. */
@ControllerAdvice
class LinkGonePage {

    @ExceptionHandler
    ModelAndView on(LinkGone gone) {
        var page = new ModelAndView("account/link-gone");
        page.setStatus(HttpStatus.NOT_FOUND);
        page.addObject("ofTheFirst", gone.purpose() == LinkPurpose.FIRST_ADMINISTRATOR);
        return page;
    }
}
