package org.huizhu.gateway.desk.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.huizhu.gateway.desk.Chart;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Puts what a rehearsal found into words, tables and charts. */
@Component
class RehearsalViews {

    private static final Map<String, String> COLOURS = Map.of("RUNNING", "blue", "DONE", "green", "FAILED", "red");
    private static final List<String> COUNTS = List.of("residents", "gains", "losses", "changedAmounts");

    private final Words words;

    RehearsalViews(Words words) {
        this.words = words;
    }

    /** One grouping: its table and, where sums differ, the chart of the same. */
    record Group(Table table, @Nullable Chart chart) {}

    record View(
            String id,
            String draft,
            String statusText,
            String colour,
            boolean running,
            boolean failed,
            boolean done,
            String reason,
            List<Row> rows,
            Table counts,
            Table money,
            Table outcomes,
            List<Group> groups) {}

    static Cell status(JsonNode rehearsal, Words words, Locale language) {
        String status = Json.text(rehearsal, "status");
        return Cell.tag(words.known("desk.rehearsal.status", status, language), COLOURS.getOrDefault(status, "grey"));
    }

    View of(JsonNode rehearsal, Locale language) {
        String status = Json.text(rehearsal, "status");
        Cell tag = status(rehearsal, words, language);
        return new View(
                Json.text(rehearsal, "id"),
                Json.text(rehearsal, "draft"),
                tag.text(),
                Objects.requireNonNullElse(tag.tag(), "grey"),
                "RUNNING".equals(status),
                "FAILED".equals(status),
                "DONE".equals(status),
                reason(rehearsal, language),
                rows(rehearsal, language),
                counts(rehearsal, language),
                money(rehearsal, language),
                outcomes(rehearsal, language),
                groups(rehearsal, language));
    }

    /** Our own reasons in words; a list of broken rules as it is. */
    private String reason(JsonNode rehearsal, Locale language) {
        String reason = Json.text(rehearsal, "reason");
        return words.find("desk.rehearsal.reason." + reason, language).orElse(reason);
    }

    private List<Row> rows(JsonNode rehearsal, Locale language) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("on", Json.day(rehearsal, "on", words, language), language));
        rows.add(row("startedAt", Json.moment(rehearsal, "startedAt", words, language), language));
        String ended = Json.moment(rehearsal, "endedAt", words, language);
        if (!ended.isEmpty()) {
            rows.add(row("endedAt", ended, language));
        }
        rows.add(row("startedBy", Json.text(rehearsal, "startedBy"), language));
        return rows;
    }

    private Row row(String name, String value, Locale language) {
        return new Row(words.text("desk.rehearsal." + name, language), value);
    }

    private Table counts(JsonNode result, Locale language) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String name : List.of("residents", "gains", "losses", "changedAmounts", "otherChanges", "unreadable")) {
            rows.add(List.of(
                    Cell.of(words.text("desk.rehearsal." + name, language)), Cell.of(count(result, name, language))));
        }
        return new Table(
                words.text("desk.rehearsal.counts", language),
                List.of(
                        new Column(words.text("desk.rehearsal.what", language), false),
                        new Column(words.text("desk.rehearsal.number", language), true)),
                rows,
                true);
    }

    private Table money(JsonNode result, Locale language) {
        List<List<Cell>> rows = new ArrayList<>();
        JsonNode before = result.path("before");
        JsonNode after = result.path("after");
        rows.add(line(
                "eligible", count(before, "eligible", language), count(after, "eligible", language), "", language));
        rows.add(line(
                "monthly",
                sum(result, "monthlyBefore", language),
                sum(result, "monthlyAfter", language),
                signed(result, "monthlyDifference", language),
                language));
        rows.add(line("yearly", "", "", signed(result, "yearlyDifference", language), language));
        rows.add(line(
                "total",
                sum(before, "total", language),
                sum(after, "total", language),
                signed(result, "difference", language),
                language));
        rows.add(line(
                "toBeConfirmed",
                count(before, "toBeConfirmed", language),
                count(after, "toBeConfirmed", language),
                "",
                language));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.text("desk.rehearsal.what", language), false));
        for (String name : List.of("before", "after", "difference")) {
            columns.add(new Column(words.text("desk.rehearsal." + name, language), true));
        }
        return new Table(words.text("desk.rehearsal.money", language), columns, rows, true);
    }

    private List<Cell> line(String name, String before, String after, String difference, Locale language) {
        return List.of(
                Cell.of(words.text("desk.rehearsal." + name, language)),
                Cell.of(orDash(before, language)),
                Cell.of(orDash(after, language)),
                Cell.of(orDash(difference, language)));
    }

    private String orDash(String text, Locale language) {
        return text.isEmpty() ? words.text("desk.dash", language) : text;
    }

    private Table outcomes(JsonNode result, Locale language) {
        List<List<Cell>> rows = result.path("outcomes")
                .valueStream()
                .map(turn -> List.of(
                        Cell.of(outcome(turn, "before", language)),
                        Cell.of(outcome(turn, "after", language)),
                        Cell.of(count(turn, "residents", language))))
                .toList();
        return new Table(
                words.text("desk.rehearsal.outcomes", language),
                List.of(
                        new Column(words.text("desk.rehearsal.before", language), false),
                        new Column(words.text("desk.rehearsal.after", language), false),
                        new Column(words.text("desk.rehearsal.residents", language), true)),
                rows,
                true);
    }

    private String outcome(JsonNode turn, String side, Locale language) {
        String outcome = Json.text(turn, side);
        return words.find("outcome." + outcome, language)
                .orElseGet(() -> words.text("desk.rehearsal.no-pack", language));
    }

    private List<Group> groups(JsonNode result, Locale language) {
        Map<String, List<JsonNode>> byGrouping = new LinkedHashMap<>();
        result.path("groups")
                .forEach(line -> byGrouping
                        .computeIfAbsent(Json.text(line, "by"), by -> new ArrayList<>())
                        .add(line));
        return byGrouping.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), language))
                .toList();
    }

    private Group group(String by, List<JsonNode> lines, Locale language) {
        String caption = words.known("desk.rehearsal.by", by, language);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.text("desk.rehearsal.group", language), false));
        COUNTS.forEach(name -> columns.add(new Column(words.text("desk.rehearsal." + name, language), true)));
        columns.add(new Column(words.text("desk.rehearsal.difference", language), true));
        List<List<Cell>> rows = new ArrayList<>();
        List<Chart.Value> values = new ArrayList<>();
        for (JsonNode line : lines) {
            String key = key(by, Json.text(line, "key"), language);
            String difference = signed(line, "difference", language);
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(key));
            COUNTS.forEach(name -> cells.add(Cell.of(count(line, name, language))));
            cells.add(Cell.of(orDash(difference, language)));
            rows.add(cells);
            values.add(new Chart.Value(key, orDash(difference, language), yuan(line, "difference")));
        }
        boolean drawn = values.stream().anyMatch(value -> value.value() != null);
        return new Group(
                new Table(caption, columns, rows, true),
                drawn ? Chart.of(words.text("desk.rehearsal.chart", language, caption), values) : null);
    }

    private String key(String by, String key, Locale language) {
        return key.isEmpty() || "unknown".equals(key)
                ? words.text("desk.unknown", language)
                : words.value(by, StringNode.valueOf(key), language);
    }

    private String count(JsonNode of, String name, Locale language) {
        return Json.text(of, name).isEmpty() ? "" : Paged.number(Json.number(of, name), words, language);
    }

    private static @Nullable BigDecimal yuan(JsonNode of, String name) {
        String text = Json.text(of, name);
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private String sum(JsonNode of, String name, Locale language) {
        BigDecimal yuan = yuan(of, name);
        return yuan == null ? "" : words.money(yuan, language);
    }

    private String signed(JsonNode of, String name, Locale language) {
        BigDecimal yuan = yuan(of, name);
        if (yuan == null) {
            return "";
        }
        String sum = words.money(yuan, language);
        return yuan.signum() > 0 ? words.text("desk.plus", language, sum) : sum;
    }
}
