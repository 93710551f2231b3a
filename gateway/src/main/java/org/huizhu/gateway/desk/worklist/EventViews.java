package org.huizhu.gateway.desk.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts what bureaus sent into words. */
@Component
public class EventViews {

    private static final String TYPE = "org.huizhu.bureau.";
    private static final Pattern SOURCE = Pattern.compile("^/bureau/([a-z-]+)");
    private static final Map<String, String> COLOURS = Map.of(
            "RECORDED", "green", "SET_ASIDE", "yellow", "REFUSED", "red", "WITHDRAWN", "grey", "REJECTED", "purple");

    private final Words words;

    EventViews(Words words) {
        this.words = words;
    }

    /** {@code settled}: whether a decision on it can be taken back. */
    public record View(
            String receipt,
            String title,
            String outcome,
            String colour,
            String reason,
            boolean waits,
            boolean settled,
            List<Row> rows,
            List<String> faults,
            List<String> told) {}

    Table list(JsonNode page, Locale language) {
        return list(page, "/desk/set-aside", language);
    }

    /** {@code address}: below which each event has its page. */
    public Table list(JsonNode page, String address, Locale language) {
        List<Column> columns = List.of(
                column("received", language),
                column("type", language),
                column("bureau", language),
                column("outcome", language),
                column("reason", language));
        List<List<Cell>> rows = page.path("items")
                .valueStream()
                .map(event -> List.of(
                        Cell.link(
                                Json.moment(event, "receivedAt", words, language),
                                address + "/" + Json.text(event, "receipt")),
                        Cell.of(type(event, language)),
                        Cell.of(bureau(event, language)),
                        outcome(event, language),
                        Cell.of(reason(event))))
                .toList();
        return new Table(words.text("desk.events.list", language), columns, rows, true);
    }

    private Column column(String name, Locale language) {
        return new Column(words.text("desk.event." + name, language), false);
    }

    private Cell outcome(JsonNode event, Locale language) {
        String outcome = Json.text(event, "outcome");
        return Cell.tag(words.known("desk.event.outcome", outcome, language), COLOURS.getOrDefault(outcome, "grey"));
    }

    private String type(JsonNode event, Locale language) {
        String type = Json.text(event, "type");
        String name = type.startsWith(TYPE) ? type.substring(TYPE.length()) : "other";
        return words.known("desk.event.type", name, language);
    }

    /** A source is such as {@code /bureau/civil-affairs/dibao}; what follows the bureau is its own. */
    private String bureau(JsonNode event, Locale language) {
        String source = Json.text(event, "source");
        Matcher bureau = SOURCE.matcher(source);
        return bureau.find()
                ? words.find("desk.bureau." + bureau.group(1), language).orElse(source)
                : source;
    }

    private static String reason(JsonNode event) {
        return Json.text(event, "text");
    }

    public View of(JsonNode event, Locale language) {
        String outcome = Json.text(event, "outcome");
        List<Row> rows = new ArrayList<>();
        rows.add(row("bureau", bureau(event, language), language));
        rows.add(row("id", Json.text(event, "id"), language));
        rows.add(row("said", Json.moment(event, "saidAt", words, language), language));
        rows.add(row("received", Json.moment(event, "receivedAt", words, language), language));
        return new View(
                Json.text(event, "receipt"),
                type(event, language),
                words.known("desk.event.outcome", outcome, language),
                COLOURS.getOrDefault(outcome, "grey"),
                reason(event),
                "SET_ASIDE".equals(outcome),
                "REJECTED".equals(outcome) || "RECORDED".equals(outcome),
                rows,
                event.path("errors")
                        .valueStream()
                        .map(fault -> Json.text(fault, "message"))
                        .toList(),
                event.path("told")
                        .valueStream()
                        .map(told -> Json.text(told, "residentId"))
                        .distinct()
                        .toList());
    }

    private Row row(String name, String value, Locale language) {
        return new Row(words.text("desk.event." + name, language), value);
    }

    /** What was sent, member by member, as far down as it goes. */
    List<Row> sent(JsonNode body, Locale language) {
        List<Row> rows = new ArrayList<>();
        collect("", body, rows, language);
        return rows;
    }

    private void collect(String name, JsonNode value, List<Row> rows, Locale language) {
        if (value.isObject()) {
            value.propertyStream().forEach(member -> collect(member.getKey(), member.getValue(), rows, language));
        } else if (value.isArray()) {
            value.forEach(item -> collect(name, item, rows, language));
        } else {
            String key = words.find("desk.sent." + name, language).orElse(name);
            rows.add(new Row(key, words.value("sent." + name, value, language)));
        }
    }
}
