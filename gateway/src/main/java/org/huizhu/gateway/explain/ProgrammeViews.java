package org.huizhu.gateway.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.huizhu.gateway.explain.Decision.Condition;
import org.huizhu.gateway.explain.Decision.NextChange;
import org.huizhu.gateway.explain.Decision.Result;
import org.huizhu.gateway.explain.ProgrammeView.Change;
import org.huizhu.gateway.explain.ProgrammeView.Fact;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts one decision into words. */
@Component
class ProgrammeViews {

    private final Words words;

    ProgrammeViews(Words words) {
        this.words = words;
    }

    ProgrammeView of(String service, Decision decision, Locale language) {
        return new ProgrammeView(
                decision.programme(),
                decision.title().in(language),
                words.known("service", service, language),
                decision.outcome(),
                decision.amount() == null ? null : amount(decision.amount(), language),
                decision.delivery() == null ? null : words.known("delivery", decision.delivery(), language),
                why(decision, language),
                decision.blockedBy() != null,
                missing(decision, language),
                change(decision.nextChange(), language),
                decision.matter() == null
                        ? null
                        : words.known("matter", decision.matter().status(), language),
                decision.conditions().stream()
                        .map(condition -> condition(condition, language))
                        .toList(),
                decision.basis());
    }

    /** The conditions that carry the outcome: those that fail, or the only one that does. */
    private static List<String> why(Decision decision, Locale language) {
        return decision.conditions().stream()
                .filter(condition -> decision.blockedBy() == null
                        ? condition.result() == Result.NOT_MET
                        : condition.id().equals(decision.blockedBy()))
                .map(condition -> condition.text().in(language))
                .toList();
    }

    private List<String> missing(Decision decision, Locale language) {
        return Objects.requireNonNullElse(decision.missing(), List.<String>of()).stream()
                .map(path -> words.fact(path, language))
                .distinct()
                .toList();
    }

    private @Nullable Change change(@Nullable NextChange next, Locale language) {
        return next == null
                ? null
                : new Change(
                        words.date(next.on(), language),
                        next.outcome(),
                        next.amount() == null ? null : amount(next.amount(), language));
    }

    private String amount(Decision.Amount amount, Locale language) {
        return words.amount(amount.yuan(), amount.period(), language);
    }

    private ProgrammeView.Condition condition(Condition condition, Locale language) {
        Map<String, JsonNode> facts = Objects.requireNonNullElse(condition.facts(), Map.of());
        return new ProgrammeView.Condition(
                condition.result(),
                condition.text().in(language),
                condition.basis(),
                words.known("confidence", condition.confidence(), language),
                facts.entrySet().stream()
                        .map(fact -> new Fact(
                                fact.getKey(),
                                words.fact(fact.getKey(), language),
                                words.value(fact.getKey(), fact.getValue(), language)))
                        .toList());
    }
}
