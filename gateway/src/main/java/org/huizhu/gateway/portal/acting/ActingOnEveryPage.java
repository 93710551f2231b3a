package org.huizhu.gateway.portal.acting;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.view.RedirectView;

/** Says on every page for whom the reader acts; and kindly, that it is over. */
@ControllerAdvice(annotations = Controller.class)
class ActingOnEveryPage {

    @ModelAttribute("acting")
    @Nullable
    ActsFor acting(HttpServletRequest request) {
        return Acting.remembered(request);
    }

    @ExceptionHandler
    RedirectView choose(Acting.ChooseFirst nobody) {
        return new RedirectView("/me/for", true);
    }

    /** Told by a page of its own, for what stands around a page is only put together for pages. */
    @ExceptionHandler
    String over(Acting.NoLonger over) {
        return "forward:/me/for/over";
    }
}
