package org.huizhu.gateway.console.objections;

import jakarta.servlet.http.HttpServletResponse;
import org.huizhu.gateway.ask.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The page in place of one that the caller does not see: saying no more than the service did. */
final class Refusal {

    private Refusal() {}

    /** 404 for what is not there for the caller, 403 for what is not for their office. */
    static int status(Answer answer) {
        return answer instanceof Answer.Refused refused && refused.status() == HttpStatus.NOT_FOUND.value()
                ? HttpStatus.NOT_FOUND.value()
                : HttpStatus.FORBIDDEN.value();
    }

    /** {@code what}: {@code resident}, {@code objection} or {@code page}, in the words of the page. */
    static String page(String what, int status, HttpServletResponse response, Model model) {
        response.setStatus(status);
        String why = status == HttpStatus.NOT_FOUND.value()
                ? "unknown"
                : status == HttpStatus.FORBIDDEN.value() ? "refused" : "away";
        model.addAttribute("key", "console.instead." + why + "." + what);
        return "console/instead";
    }
}
