package org.huizhu.gateway.console.objections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Today;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts objections into words. */
@Component
class ObjectionViews {

    private static final Map<String, String> COLOURS = Map.of("OPEN", "yellow", "UPHELD", "green", "REJECTED", "grey");

    private final Words words;
    private final Today today;

    ObjectionViews(Words words, Today today) {
        this.words = words;
        this.today = today;
    }

    /** One objection; {@code text} and {@code answer} are what people wrote. */
    record View(
            String id,
            String residentId,
            String title,
            boolean open,
            String status,
            String colour,
            String text,
            String answer,
            List<Row> rows) {}

    /** {@code answers}: whether the reader may open each of them. */
    Table list(JsonNode page, Map<String, String> titles, boolean answers, Locale language) {
        return new Table(
                words.text("console.objections.list", language),
                List.of(
                        column("what", language),
                        column("programme", language),
                        column("filed", language),
                        column("waits", language),
                        column("state", language)),
                page.path("items")
                        .valueStream()
                        .map(item -> row(item, titles, answers, language))
                        .toList(),
                true);
    }

    private Column column(String name, Locale language) {
        return new Column(words.text("console.objection." + name, language), false);
    }

    private List<Cell> row(JsonNode item, Map<String, String> titles, boolean answers, Locale language) {
        String status = item.path("status").asString("OPEN");
        String what = what(item, language);
        return List.of(
                answers
                        ? Cell.link(
                                what,
                                WaitingObjectionsPage.ADDRESS + "/"
                                        + item.path("id").asString(""))
                        : Cell.of(what),
                Cell.of(programme(item, titles)),
                Cell.of(words.date(filedOn(item), language)),
                Cell.of(
                        status.equals("OPEN")
                                ? words.text("console.objection.days", language, days(item))
                                : words.text("console.objection.waits.no", language)),
                Cell.tag(
                        words.known("console.objection.status", status, language),
                        COLOURS.getOrDefault(status, "grey")));
    }

    /** Such as “disability level is wrong”, or “disagrees with the decision”. */
    private String what(JsonNode item, Locale language) {
        return item.path("fact").isString()
                ? words.text(
                        "console.objection.wrong",
                        language,
                        words.fact(item.path("fact").asString(), language))
                : words.text("console.objection.disagree", language);
    }

    private static String programme(JsonNode item, Map<String, String> titles) {
        String id = item.path("programme").asString("");
        return titles.getOrDefault(id, id);
    }

    private static LocalDate filedOn(JsonNode item) {
        return Today.at(Instant.parse(item.path("filedAt").asString()));
    }

    private long days(JsonNode item) {
        return ChronoUnit.DAYS.between(filedOn(item), today.date());
    }

    View of(JsonNode item, Map<String, String> titles, Locale language) {
        String status = item.path("status").asString("OPEN");
        List<Row> rows = new ArrayList<>();
        rows.add(row("programme", programme(item, titles), language));
        rows.add(row("filed", words.moment(Instant.parse(item.path("filedAt").asString()), language), language));
        if (item.path("byDelegate").asBoolean(false)) {
            rows.add(row("by", words.text("console.objection.by.delegate", language), language));
        }
        if (status.equals("OPEN")) {
            rows.add(row("waits", words.text("console.objection.days", language, days(item)), language));
        } else {
            rows.add(row(
                    "answered",
                    words.moment(Instant.parse(item.path("answeredAt").asString()), language),
                    language));
        }
        return new View(
                item.path("id").asString(""),
                item.path("residentId").asString(""),
                what(item, language),
                status.equals("OPEN"),
                words.known("console.objection.status", status, language),
                COLOURS.getOrDefault(status, "grey"),
                item.path("text").asString(""),
                item.path("answer").asString(""),
                rows);
    }

    private Row row(String name, String value, Locale language) {
        return new Row(words.text("console.objection." + name, language), value);
    }

    /** Whose it is, masked as everywhere, and what the fact says at present. */
    List<Row> person(JsonNode file, String fact, Locale language) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("name", file.path("person").path("name").asString(""), language));
        rows.add(row("id-number", file.path("person").path("idNumber").asString(""), language));
        if (!fact.isEmpty()) {
            JsonNode value = at(file.path("facts"), fact);
            rows.add(new Row(
                    words.text("console.objection.present", language, words.fact(fact, language)),
                    value.isMissingNode()
                            ? words.text("console.objection.present.none", language)
                            : words.value(fact, value, language)));
        }
        return rows;
    }

    /** The value at a path; of lists, that of each of their items. */
    private static JsonNode at(JsonNode facts, String path) {
        JsonNode value = facts;
        for (String name : path.split("\\.", -1)) {
            value = value.isArray() ? ofEach(value, name) : value.path(name);
        }
        return value;
    }

    private static JsonNode ofEach(JsonNode list, String name) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> {
            if (item.has(name)) {
                values.add(item.path(name));
            }
        });
        return values;
    }
}
