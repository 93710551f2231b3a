package org.huizhu.gateway.portal.matters;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Whom;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Forms that were saved to go on with another day; identity keeps one of each kind. */
@Component
class Drafts {

    private static final String IDENTITY = "identity";
    private static final String ALL = "/api/identity/residents/{id}/drafts";
    private static final String ONE = ALL + "/{kind}";
    /** Said anew each time. */
    private static final String SURE = "sure";

    private final AskServices services;
    private final Words words;

    Drafts(AskServices services, Words words) {
        this.services = services;
        this.words = words;
    }

    /** What was typed, and when it was saved. */
    record Draft(Map<String, List<String>> typed, String saved) {

        /** It may be personal. */
        @Override
        public String toString() {
            return "Draft[…]";
        }
    }

    /** A line of the list. */
    record Line(String kind, String title, String href, String saved) {}

    Question all(Whom whom) {
        return Question.get(IDENTITY, ALL, whom.resident());
    }

    List<Line> lines(Answer answer, Locale language) {
        return answer.said().stream()
                .flatMap(body -> body.path("items").valueStream())
                .flatMap(item -> Kind.at(item.path("kind").asString("")).stream()
                        .map(kind -> new Line(
                                kind.address(),
                                words.text("matter-kind." + kind, language),
                                "/me/matters/new/" + kind.address(),
                                saved(item, language))))
                .toList();
    }

    /** None while identity cannot be asked: the form is there without it. */
    Optional<Draft> of(Whom whom, Kind kind, Locale language) {
        return whom.may("CERTIFICATE_MATTERS")
                ? services.ask(Question.get(IDENTITY, ONE, whom.resident(), kind.address()), language)
                        .said()
                        .map(body -> new Draft(typed(body.path("content")), saved(body, language)))
                : Optional.empty();
    }

    private static Map<String, List<String>> typed(JsonNode content) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        content.propertyStream()
                .forEach(each -> typed.put(
                        each.getKey(),
                        each.getValue().valueStream().map(JsonNode::asString).toList()));
        return typed;
    }

    private String saved(JsonNode draft, Locale language) {
        return words.moment(Instant.parse(draft.path("savedAt").asString()), language);
    }

    Answer save(Whom whom, Kind kind, Form<Filing> form, Locale language) {
        Map<String, List<String>> typed = new LinkedHashMap<>(form.typed());
        typed.remove(SURE);
        typed.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
        return services.ask(
                Question.put(IDENTITY, ONE, whom.resident(), kind.address()).with(typed), language);
    }

    Answer throwAway(Whom whom, Kind kind, Locale language) {
        return services.ask(Question.delete(IDENTITY, ONE, whom.resident(), kind.address()), language);
    }
}
