package org.huizhu.gateway.portal.overview;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts the changes of decisions into words, the newest first. */
@Component
public class Changes {

    private final Words words;

    Changes(Words words) {
        this.words = words;
    }

    /**
     * One change.
     *
     * @param from the outcome before, in words; null for the first decision
     * @param sum what is given since, in words; null where nothing is
     * @param cause the type of the event that led to it
     */
    public record Change(
            String programme,
            String title,
            Instant at,
            String when,
            @Nullable String from,
            String to,
            String outcome,
            @Nullable String sum,
            String cause) {}

    public List<Change> of(List<Answer> answers, Locale language) {
        List<Change> changes = new ArrayList<>();
        answers.forEach(answer -> answer.said().stream()
                .flatMap(body -> body.path("changes").valueStream())
                .map(change -> one(change, language))
                .forEach(change -> change.ifPresent(changes::add)));
        changes.sort(Comparator.comparing(Change::at).reversed());
        return changes;
    }

    /** One that cannot be read is left out: it must not take the others with it. */
    private Optional<Change> one(JsonNode change, Locale language) {
        try {
            Instant at = Instant.parse(change.path("decidedAt").asString(""));
            String programme = change.path("programme").asString("");
            JsonNode title = change.path("reasons").path("title");
            String outcome = change.path("to").path("outcome").asString("");
            return Optional.of(new Change(
                    programme,
                    title.path("zh".equals(language.getLanguage()) ? "zh" : "en")
                            .asString(programme),
                    at,
                    words.moment(at, language),
                    change.path("from").hasNonNull("outcome") ? state(change.path("from"), language) : null,
                    state(change.path("to"), language),
                    outcome,
                    sum(change.path("to"), language),
                    change.path("cause").asString("")));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private String state(JsonNode state, Locale language) {
        return words.known("outcome", state.path("outcome").asString(""), language);
    }

    private @Nullable String sum(JsonNode state, Locale language) {
        String yuan = state.path("yuan").asString("");
        return yuan.matches("[0-9]{1,12}([.][0-9]{1,2})?")
                        && state.path("outcome").asString("").equals("ELIGIBLE")
                ? words.amount(new BigDecimal(yuan), state.path("period").asString("other"), language)
                : null;
    }
}
