package org.huizhu.gateway.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: its language, the other one, its own address, and whether somebody is signed in. */
@ControllerAdvice(annotations = Controller.class)
class Frame {

    /**
     * The frame of one page.
     *
     * @param lang the language tag of the page
     * @param other the language to switch to: {@code zh} or {@code en}
     */
    record Page(String lang, String other, String otherLang, String path, boolean signedIn) {}

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale language) {
        boolean english = Locale.ENGLISH.equals(language);
        return new Page(
                english ? "en" : "zh-CN", english ? "zh" : "en", english ? "zh-CN" : "en", path(request), signedIn());
    }

    private static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Objects.requireNonNullElse(original, request.getRequestURI()).toString();
    }

    private static boolean signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && !(authentication instanceof AnonymousAuthenticationToken);
    }
}
