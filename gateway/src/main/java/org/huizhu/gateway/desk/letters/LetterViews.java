package org.huizhu.gateway.desk.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts dead letters into words. */
@Component
class LetterViews {

    private static final Map<String, String> COLOURS =
            Map.of("OPEN", "yellow", "TAKEN_IN", "green", "OVERTAKEN", "blue", "KNOWN", "blue", "DISCARDED", "grey");

    private final Words words;

    LetterViews(Words words) {
        this.words = words;
    }

    /**
     * One letter.
     *
     * @param what what is wrong with it and what helps
     * @param reason the service's own words for who looks for the cause, in English
     * @param hidden how many of its headers are not shown
     * @param replayable whether the service still reads the topic
     */
    record View(
            String place,
            String state,
            String stateText,
            String colour,
            String what,
            String reason,
            List<Row> rows,
            List<Row> headers,
            long hidden,
            boolean replayable) {

        public boolean isOpen() {
            return state.equals("OPEN");
        }

        public boolean isPutAway() {
            return state.equals("DISCARDED");
        }
    }

    /** Of one service, of which {@code page} lists some. */
    Table list(String service, JsonNode page, Locale language) {
        List<Column> columns = List.of(
                new Column(words.text("desk.letter.record", language), false),
                new Column(words.text("desk.letter.putAside", language), false),
                new Column(words.text("desk.letter.what", language), false),
                new Column(words.text("desk.letter.state", language), false),
                new Column(words.text("desk.letter.attempts", language), true));
        List<List<Cell>> rows = page.path("items")
                .valueStream()
                .map(letter -> List.of(
                        Cell.link(
                                place(letter, language),
                                LettersPage.ADDRESS + "/" + service + "/" + Json.text(letter, "id")),
                        Cell.of(Json.moment(letter, "putAsideAt", words, language)),
                        Cell.of(words.known("desk.letter.why", Json.text(letter, "why"), language)),
                        Cell.tag(stateText(letter, language), COLOURS.getOrDefault(state(letter), "grey")),
                        Cell.of(number(letter, "attempts", language))))
                .toList();
        String caption = words.text(
                "desk.letters.of",
                language,
                words.known("service", service, language),
                number(page, "total", language),
                number(page, "open", language));
        return new Table(caption, columns, rows, true);
    }

    View of(String service, JsonNode detail, Locale language) {
        JsonNode letter = detail.path("letter");
        return new View(
                place(letter, language),
                Json.text(letter, "state"),
                stateText(letter, language),
                COLOURS.getOrDefault(state(letter), "grey"),
                words.known("desk.letter.help", Json.text(letter, "why"), language),
                Json.text(letter, "reason"),
                rows(service, letter, language),
                detail.path("headers")
                        .propertyStream()
                        .map(header ->
                                new Row(header.getKey(), header.getValue().asString("")))
                        .toList(),
                Json.number(detail, "hidden"),
                detail.path("replayable").asBoolean(true));
    }

    private List<Row> rows(String service, JsonNode letter, Locale language) {
        List<Row> rows = new ArrayList<>();
        add(rows, "service", words.known("service", service, language), language);
        add(rows, "topic", Json.text(letter, "topic"), language);
        add(rows, "partition", number(letter, "partition", language), language);
        add(rows, "offset", number(letter, "offset", language), language);
        add(rows, "residentId", Json.text(letter, "residentId"), language);
        add(rows, "eventType", Json.text(letter, "eventType"), language);
        add(rows, "eventId", Json.text(letter, "eventId"), language);
        add(rows, "recorded", Json.moment(letter, "recordedAt", words, language), language);
        add(rows, "putAside", Json.moment(letter, "putAsideAt", words, language), language);
        add(
                rows,
                "bytes",
                words.text("desk.letter.bytes.count", language, number(letter, "bytes", language)),
                language);
        add(rows, "attempts", number(letter, "attempts", language), language);
        add(rows, "last", acted(letter, language), language);
        add(rows, "note", Json.text(letter, "note"), language);
        return rows;
    }

    /** A line for what is known of it. */
    private void add(List<Row> rows, String name, String value, Locale language) {
        if (!value.isEmpty()) {
            rows.add(new Row(words.text("desk.letter." + name, language), value));
        }
    }

    private String acted(JsonNode letter, Locale language) {
        String outcome = Json.text(letter, "outcome");
        return outcome.isEmpty()
                ? ""
                : words.text(
                        "desk.letter.acted",
                        language,
                        Json.moment(letter, "actedAt", words, language),
                        words.known("desk.letter.outcome", outcome, language),
                        Json.text(letter, "actedBy"));
    }

    /** Where it stands in its topic: no two letters of a service have the same place. */
    private String place(JsonNode letter, Locale language) {
        String topic = Json.text(letter, "topic");
        return words.text(
                "desk.letter.place",
                language,
                words.find("desk.letter.topic." + topic, language).orElse(topic),
                Json.text(letter, "partition"),
                Json.text(letter, "offset"));
    }

    private String stateText(JsonNode letter, Locale language) {
        return words.known("desk.letter.state", state(letter), language);
    }

    /** Of one that was processed, what came of it. */
    private static String state(JsonNode letter) {
        String state = Json.text(letter, "state");
        return state.equals("REPLAYED") ? Json.text(letter, "outcome") : state;
    }

    private String number(JsonNode of, String name, Locale language) {
        return Paged.number(Json.number(of, name), words, language);
    }
}
