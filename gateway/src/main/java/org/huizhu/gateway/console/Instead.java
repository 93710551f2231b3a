package org.huizhu.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The page in place of one whose main part a service does not give: kind, and saying no more than the service did. */
public final class Instead {

    private Instead() {}

    /** {@code what}: {@code resident}, {@code matter} or {@code page}, in the words of the page. */
    public static String of(Said said, String what, HttpServletResponse response, Model model) {
        String why = switch (said) {
            case Said.Refused refused when refused.isUnknown() -> "unknown";
            case Said.Refused _ -> "refused";
            case Said.Fine _, Said.Away _ -> "away";
        };
        HttpStatus status = switch (why) {
            case "unknown" -> HttpStatus.NOT_FOUND;
            case "refused" -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        response.setStatus(status.value());
        model.addAttribute("key", "console.instead." + why + "." + what);
        return "console/instead";
    }
}
