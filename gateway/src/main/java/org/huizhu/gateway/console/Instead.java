package org.huizhu.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import org.huizhu.gateway.ask.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The page in place of one whose main part a service does not give: kind, and saying no more than the service did. */
public final class Instead {

    private Instead() {}

    /** {@code what}: {@code resident}, {@code matter}, {@code objection} or {@code page}, in the words of the page. */
    public static String of(Answer said, String what, HttpServletResponse response, Model model) {
        return switch (said) {
            case Answer.Refused refused
            when refused.isUnknown() -> page("unknown", HttpStatus.NOT_FOUND, what, response, model);
            case Answer.Refused _ -> refused(what, response, model);
            case Answer.Given _, Answer.Away _ -> page("away", HttpStatus.SERVICE_UNAVAILABLE, what, response, model);
        };
    }

    /** What is not for the reader's office. */
    public static String refused(String what, HttpServletResponse response, Model model) {
        return page("refused", HttpStatus.FORBIDDEN, what, response, model);
    }

    private static String page(String why, HttpStatus status, String what, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("key", "console.instead." + why + "." + what);
        return "console/instead";
    }
}
