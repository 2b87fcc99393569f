package id.go.cirebonkab.lajur.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Every refusal that has no page of its own: what happened, what to do next, and whatever was typed. */
@Controller
@ControllerAdvice
class ErrorPage implements ErrorController {

    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 413, 422, 429);

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        // Whatever the failed page had allowed: its failure is not to be kept.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(HttpStatusCode.valueOf(code == null ? 404 : code), request);
    }

    @ExceptionHandler
    ModelAndView on(NotVisible nothing, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, request);
    }

    @ExceptionHandler
    ModelAndView on(NotAllowed refused, HttpServletRequest request) {
        return page(HttpStatus.FORBIDDEN, request);
    }

    @ExceptionHandler
    ModelAndView on(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return page(HttpStatus.CONTENT_TOO_LARGE, request);
    }

    @ExceptionHandler
    ModelAndView on(InvalidInput invalid, HttpServletRequest request) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, request)
                .addObject("problemKey", invalid.messageKey())
                .addObject("problemArguments", invalid.arguments());
    }

    @ExceptionHandler
    ModelAndView on(ErrorResponseException refused, HttpServletRequest request) {
        return page(refused.getStatusCode(), request);
    }

    private static ModelAndView page(HttpStatusCode status, HttpServletRequest request) {
        var page = new ModelAndView("shared/error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("words", WORDED.contains(status.value()) ? String.valueOf(status.value()) : "other");
        page.addObject("draft", "POST".equals(request.getMethod()) ? Draft.of(request) : Draft.none());
        return page;
    }
}
