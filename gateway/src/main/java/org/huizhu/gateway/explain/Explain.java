package org.huizhu.gateway.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.huizhu.gateway.explain.Decision.Outcome;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sorts what services decided into what the reader wants to know. */
@Component
public class Explain {

    private static final Logger log = LoggerFactory.getLogger(Explain.class);

    private final ProgrammeViews programmes;
    private final Words words;
    private final JsonMapper json;

    Explain(ProgrammeViews programmes, Words words, JsonMapper json) {
        this.programmes = programmes;
        this.words = words;
        this.json = json;
    }

    /** The decisions of one service, as it wrote them. */
    public record Answer(String service, List<JsonNode> decisions) {}

    private record Decided(String service, Decision decision) {}

    /** All answers in words; one that cannot be read counts as none, for it must not take the others with it. */
    public Explained of(List<Answer> answers, Locale language) {
        List<Decided> decided = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Answer answer : answers) {
            try {
                decided.addAll(answer.decisions().stream()
                        .map(node -> new Decided(answer.service(), json.treeToValue(node, Decision.class)))
                        .toList());
            } catch (JacksonException e) {
                // Without the exception's message, which may quote what was read.
                log.atError()
                        .addKeyValue("peer", answer.service())
                        .addKeyValue("failure", e.getClass().getSimpleName())
                        .log("Decisions of a service were not understood");
                unread.add(answer.service());
            }
        }
        return new Explained(asOf(decided, language), groups(decided, language), monthly(decided, language), unread);
    }

    private String asOf(List<Decided> decided, Locale language) {
        return decided.stream()
                .map(one -> one.decision().asOf())
                .min(LocalDate::compareTo)
                .map(date -> words.date(date, language))
                .orElse("");
    }

    private List<OutcomeGroup> groups(List<Decided> decided, Locale language) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> OutcomeGroup.of(outcome, withOutcome(decided, outcome, language)))
                .filter(group -> group.count() > 0)
                .toList();
    }

    private List<ProgrammeView> withOutcome(List<Decided> decided, Outcome outcome, Locale language) {
        return decided.stream()
                .filter(one -> one.decision().outcome() == outcome)
                .map(one -> programmes.of(one.service(), one.decision(), language))
                .toList();
    }

    private @Nullable String monthly(List<Decided> decided, Locale language) {
        BigDecimal sum = decided.stream()
                .map(Decided::decision)
                .filter(decision -> decision.outcome() == Outcome.ELIGIBLE)
                .map(Decision::amount)
                .filter(Objects::nonNull)
                .filter(amount -> "month".equals(amount.period()))
                .flatMap(amount -> Stream.ofNullable(amount.yuan()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 ? null : words.amount(sum, "month", language);
    }
}
