package org.huizhu.gateway.portal.acting;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
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

    @ExceptionHandler
    ModelAndView over(Acting.NoLonger over) {
        var page = new ModelAndView("portal/acting/over", HttpStatus.FORBIDDEN);
        page.addObject("hasOwnFile", Acting.ownFile().isPresent());
        return page;
    }
}
