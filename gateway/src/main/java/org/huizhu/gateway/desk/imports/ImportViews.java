package org.huizhu.gateway.desk.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts imports into words. */
@Component
class ImportViews {

    private static final Set<String> UNDER_WAY = Set.of("RECEIVING", "RECEIVED", "RUNNING");
    private static final Map<String, String> COLOURS =
            Map.of("RECEIVING", "blue", "RECEIVED", "blue", "RUNNING", "blue", "DONE", "green", "FAILED", "red");
    private static final List<String> COUNTS = List.of("rows", "imported", "changed", "unchanged", "rejected");

    private final Words words;

    ImportViews(Words words) {
        this.words = words;
    }

    /** What is wrong with the file as a whole. */
    record FileFault(boolean warning, String text) {}

    /** {@code share}: hundredths of the rows that were worked off; -1 as long as nobody knows how many there are. */
    record View(
            String id,
            String status,
            String statusText,
            boolean underWay,
            boolean failed,
            int share,
            String progress,
            boolean rejected,
            List<Row> rows,
            List<FileFault> faults) {}

    View of(JsonNode run, Locale language) {
        String status = Json.text(run, "status");
        long rows = Json.number(run, "rows");
        long done = Json.number(run, "done");
        boolean known = rows > 0;
        return new View(
                Json.text(run, "id"),
                COLOURS.getOrDefault(status, "grey"),
                words.known("desk.import.status", status, language),
                UNDER_WAY.contains(status),
                "FAILED".equals(status),
                known ? (int) Math.min(100, done * 100 / rows) : -1,
                known
                        ? words.text("desk.import.progress", language, count(done, language), count(rows, language))
                        : words.text("desk.import.progress.unknown", language),
                Json.number(run, "rejected") > 0,
                summary(run, language),
                run.path("faults")
                        .valueStream()
                        .map(fault ->
                                new FileFault("warning".equals(Json.text(fault, "level")), Json.text(fault, "message")))
                        .toList());
    }

    private List<Row> summary(JsonNode run, Locale language) {
        List<Row> rows = new ArrayList<>();
        for (String moment : List.of("receivedAt", "startedAt", "finishedAt")) {
            String text = Json.moment(run, moment, words, language);
            if (!text.isEmpty()) {
                rows.add(new Row(words.text("desk.import." + moment, language), text));
            }
        }
        COUNTS.forEach(
                name -> rows.add(new Row(words.text("desk.import." + name, language), count(run, name, language))));
        return rows;
    }

    Table list(JsonNode page, Locale language) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.text("desk.import.receivedAt", language), false));
        columns.add(new Column(words.text("desk.import.status", language), false));
        COUNTS.forEach(name -> columns.add(new Column(words.text("desk.import." + name, language), true)));
        List<List<Cell>> rows = new ArrayList<>();
        page.path("items").forEach(run -> {
            List<Cell> cells = new ArrayList<>();
            String status = Json.text(run, "status");
            cells.add(Cell.link(
                    Json.moment(run, "receivedAt", words, language), "/desk/imports/" + Json.text(run, "id")));
            cells.add(Cell.tag(
                    words.known("desk.import.status", status, language), COLOURS.getOrDefault(status, "grey")));
            COUNTS.forEach(name -> cells.add(Cell.of(count(run, name, language))));
            rows.add(cells);
        });
        return new Table(words.text("desk.imports.list", language), columns, rows, true);
    }

    Table faults(JsonNode page, Locale language) {
        List<Column> columns = List.of(
                new Column(words.text("desk.import.fault.row", language), true),
                new Column(words.text("desk.import.fault.column", language), false),
                new Column(words.text("desk.import.fault.remedy", language), false));
        List<List<Cell>> rows = page.path("items")
                .valueStream()
                .map(fault -> List.of(
                        Cell.of(count(fault, "row", language)),
                        Cell.of(Json.text(fault, "column")),
                        Cell.of(Json.text(fault, "message"))))
                .toList();
        return new Table(words.text("desk.import.faults", language), columns, rows, true);
    }

    private String count(JsonNode run, String name, Locale language) {
        return Json.text(run, name).isEmpty()
                ? words.text("desk.import.rows.unknown", language)
                : count(Json.number(run, name), language);
    }

    private String count(long number, Locale language) {
        return Paged.number(number, words, language);
    }
}
