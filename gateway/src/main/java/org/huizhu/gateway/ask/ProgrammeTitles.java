package org.huizhu.gateway.ask;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What programmes are called in the reader's language, as far as their services can be asked. */
@Component
public class ProgrammeTitles {

    private final AskServices services;

    ProgrammeTitles(AskServices services) {
        this.services = services;
    }

    /** By their ids. */
    public Map<String, String> all(Locale language) {
        return of(services.askAll(questions(), language), language);
    }

    /** What is asked, for a page that asks more at the same time. */
    public List<Question> questions() {
        return services.deciding().stream()
                .map(service -> Question.get(service, "/api/" + service + "/programmes"))
                .toList();
    }

    /** What came of these questions. */
    public Map<String, String> of(List<Answer> answers, Locale language) {
        return answers.stream()
                .flatMap(answer -> titles(answer, "zh".equals(language.getLanguage()) ? "zh" : "en"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private static Stream<Map.Entry<String, String>> titles(Answer answer, String language) {
        return answer.said().stream()
                .flatMap(body -> body.path("programmes").valueStream())
                .filter(programme -> programme.path("title").hasNonNull(language))
                .map(programme -> Map.entry(
                        programme.path("programme").asString(""),
                        programme.path("title").path(language).asString("")));
    }
}
