package org.huizhu.gateway.console.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Every fact on record: what it says, since when, and who said so and when, as far as that was kept. */
@Component
class FactTable {

    /** What is shown elsewhere on the page, or is no fact of the person. */
    private static final Set<String> NOT_HERE =
            Set.of("residentId", "version", "earlier", "changedFrom", "birthDate", "sex");

    /** Under which name identity keeps where a fact comes from. */
    private static final Map<String, String> KEPT_AS = Map.of(
            "hukou", "HUKOU",
            "home", "HOME",
            "employment", "EMPLOYMENT",
            "schooling", "SCHOOLING",
            "careNeed", "CARE_NEED",
            "guardian", "GUARDIAN",
            "otherBenefits", "OTHER_BENEFITS",
            "certificate", "CERTIFICATE",
            "household", "INCOME");

    /** In which member of a fact the day stands from which it holds. */
    private static final List<String> SINCE =
            List.of("since", "incomeSince", "statusSince", "assessedOn", "positiveOn", "from");

    private final Words words;

    FactTable(Words words) {
        this.words = words;
    }

    Panel of(JsonNode facts, Answer provenance, Locale language) {
        Map<String, JsonNode> sources = sources(provenance);
        List<List<Cell>> rows = new ArrayList<>();
        facts.propertyStream()
                .filter(fact -> !NOT_HERE.contains(fact.getKey()))
                .forEach(fact -> rows.add(row(fact.getKey(), fact.getValue(), sources, language)));
        Panel panel = Panel.of(new Table(
                words.text("console.resident.facts", language),
                List.of(
                        column("fact", language),
                        column("value", language),
                        column("since", language),
                        column("source", language)),
                rows,
                true));
        return switch (provenance) {
            case Answer.Given _ -> panel;
            case Answer.Refused _ -> panel.saying(List.of(words.text("console.source.withheld", language)));
            case Answer.Away _ -> panel.saying(List.of(words.text("console.source.away", language)));
        };
    }

    private Column column(String name, Locale language) {
        return new Column(words.text("console.column." + name, language), false);
    }

    private static Map<String, JsonNode> sources(Answer provenance) {
        Map<String, JsonNode> sources = new HashMap<>();
        if (provenance instanceof Answer.Given(JsonNode body)) {
            body.path("items")
                    .forEach(item -> sources.putIfAbsent(item.path("field").asString(""), item));
        }
        return sources;
    }

    private List<Cell> row(String name, JsonNode value, Map<String, JsonNode> sources, Locale language) {
        return List.of(
                Cell.of(words.fact(name, language)),
                Cell.of(words.value(name, value, language)),
                Cell.of(since(value, language)),
                Cell.of(source(sources.get(KEPT_AS.getOrDefault(name, name)), language)));
    }

    private String since(JsonNode value, Locale language) {
        return SINCE.stream()
                .map(value::path)
                .filter(JsonNode::isString)
                .findFirst()
                .map(day -> words.date(LocalDate.parse(day.asString()), language))
                .orElseGet(() -> words.text("console.not-said", language));
    }

    private String source(@Nullable JsonNode source, Locale language) {
        if (source == null) {
            return words.text("console.source.registration", language);
        }
        String kind = words.known("console.source", source.path("source").asString("other"), language);
        String day = words.date(LocalDate.parse(source.path("toldOn").asString()), language);
        String teller = source.path("teller").asString("");
        return teller.isEmpty()
                ? words.text("console.source.told", language, kind, day)
                : words.text("console.source.told-by", language, kind, teller, day);
    }
}
