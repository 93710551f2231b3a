package org.huizhu.platform.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Puts problems into words. */
public final class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The problem with its title and detail in that language. */
    public ProblemDetail describe(HttpStatusCode status, String code, Locale locale, Object... arguments) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create("urn:huizhu:problem:" + code));
        detail.setTitle(messages.getMessage("problem." + code + ".title", arguments, locale));
        detail.setDetail(messages.getMessage("problem." + code + ".detail", arguments, locale));
        detail.setProperty("code", code);
        return detail;
    }

    /** What to change, in that language. */
    public String describe(Fault fault, Locale locale) {
        return messages.getMessage("fault." + fault.code(), fault.arguments().toArray(), locale);
    }

    /** What a code of that kind means, in that language; one that has no text is covered by the kind's general one. */
    public String say(String kind, String code, Locale locale) {
        String general = messages.getMessage(kind, null, locale);
        return String.valueOf(messages.getMessage(kind + "." + code, null, general, locale));
    }

    ProblemDetail describe(Problem problem, Locale locale) {
        ProblemDetail detail = describe(
                problem.status(), problem.code(), locale, problem.arguments().toArray());
        if (!problem.faults().isEmpty()) {
            List<Map<String, String>> errors = problem.faults().stream()
                    .map(fault ->
                            Map.of("field", fault.field(), "code", fault.code(), "message", describe(fault, locale)))
                    .toList();
            detail.setProperty("errors", errors);
        }
        return detail;
    }
}
