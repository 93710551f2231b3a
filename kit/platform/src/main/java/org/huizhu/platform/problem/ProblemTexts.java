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

    /**
     * What a code of that kind means, in that language. One that has no text is covered by that of its first parts, and in
     * the end by that of the kind: {@code audit.action.relation.end}, {@code audit.action.relation}, {@code audit.action}.
     */
    public String say(String kind, String code, Locale locale) {
        String key = kind + "." + code;
        while (key.length() > kind.length()) {
            String text = messages.getMessage(key, null, null, locale);
            if (text != null) {
                return text;
            }
            key = key.substring(0, key.lastIndexOf('.'));
        }
        return messages.getMessage(kind, null, locale);
    }

    ProblemDetail describe(Problem problem, Locale locale) {
        ProblemDetail detail = describe(
                problem.status(), problem.code(), locale, problem.arguments().toArray());
        list(problem.faults(), detail, locale);
        return detail;
    }

    /** Under {@code errors}, if there are any. */
    void list(List<Fault> faults, ProblemDetail detail, Locale locale) {
        if (!faults.isEmpty()) {
            List<Map<String, String>> errors = faults.stream()
                    .map(fault ->
                            Map.of("field", fault.field(), "code", fault.code(), "message", describe(fault, locale)))
                    .toList();
            detail.setProperty("errors", errors);
        }
    }
}
