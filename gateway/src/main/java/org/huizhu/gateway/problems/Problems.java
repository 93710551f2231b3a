package org.huizhu.gateway.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts problems into words: title and detail in the caller's language, and the text in both. */
@Component
public class Problems {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final MessageSource messages;
    private final JsonMapper json;

    Problems(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** The problem in the language that the request accepts; Chinese unless it prefers English. */
    public ProblemDetail describe(Problem problem, HttpServletRequest request) {
        Locale language = language(request);
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create("urn:huizhu:problem:" + problem.code()));
        detail.setTitle(text(problem, "title", language));
        detail.setDetail(text(problem, "detail", language));
        detail.setProperty("code", problem.code());
        detail.setProperty(
                "text",
                Map.of(
                        "zh", text(problem, "detail", Locale.SIMPLIFIED_CHINESE),
                        "en", text(problem, "detail", Locale.ENGLISH)));
        return detail;
    }

    /** Answers with the problem; headers that were set before stay. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(describe(problem, request)));
    }

    private String text(Problem problem, String part, Locale language) {
        return messages.getMessage("problem." + problem.code() + "." + part, null, language);
    }

    private static Locale language(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        String wanted = request.getLocale().getLanguage();
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted))
                .findFirst()
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }
}
