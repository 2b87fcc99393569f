package id.go.cirebonkab.lajur.shared;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was taken: 303 to where its result stands. */
public final class SeeOther {

    private SeeOther() {}

    /** @param path within the application */
    public static ModelAndView at(String path) {
        var view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
