package org.huizhu.gateway.desk.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.huizhu.gateway.desk.Chart;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Puts counts into a table and draws them. */
@Component
class StatisticViews {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String UNKNOWN = "UNKNOWN";
    /** Whose keys are values of facts, which have their words already. */
    private static final Map<String, String> FACTS = Map.of(
            "CATEGORY", "certificate.category",
            "LEVEL", "certificate.level",
            "SEX", "sex",
            "STREET", "home.street",
            "COMMUNITY", "home.community",
            "INCOME", "household.income");

    /** Whose keys have their words where certificate matters are worked on. */
    private static final Map<String, String> OF_MATTERS = Map.of("CAUSE", "console.cause", "STEP", "console.step");

    private final Words words;

    StatisticViews(Words words) {
        this.words = words;
    }

    /** {@code hidden}: whether a count is not told because it is small, or because a small one could be computed. */
    record View(String day, boolean empty, boolean hidden, Table table, Chart chart) {}

    View of(JsonNode statistic, Locale language) {
        String by = Json.text(statistic, "by");
        String and = Json.text(statistic, "and");
        String caption = caption(statistic, by, and, language);
        List<String> lines = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        List<Chart.Value> values = new ArrayList<>();
        for (JsonNode row : statistic.path("rows")) {
            String key = key(by, Json.text(row, "key"), language);
            String total = Json.text(row, "total");
            rows.add(cells(key, row.path("counts"), total, lines, language));
            values.add(new Chart.Value(key, shown(total, language), number(total)));
        }
        boolean empty = rows.isEmpty();
        rows.add(cells(
                words.text("desk.statistics.total", language),
                statistic.path("totals"),
                Json.text(statistic, "total"),
                lines,
                language));
        return new View(
                Json.day(statistic, "day", words, language),
                empty,
                lines.stream().anyMatch(text -> number(text) == null),
                new Table(caption, columns(statistic, by, and, language), rows, true),
                Chart.of(caption, values));
    }

    private String caption(JsonNode statistic, String by, String and, Locale language) {
        String measure = named("desk.statistics.measure", Json.text(statistic, "measure"), language);
        String first = named("desk.statistics.by", by, language);
        return and.isEmpty()
                ? words.text("desk.statistics.caption", language, measure, first)
                : words.text(
                        "desk.statistics.caption.two",
                        language,
                        measure,
                        first,
                        named("desk.statistics.by", and, language));
    }

    /** A service may count what has no words here yet. */
    private String named(String group, String code, Locale language) {
        return words.find(group + "." + code, language).orElse(code);
    }

    private List<Column> columns(JsonNode statistic, String by, String and, Locale language) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(named("desk.statistics.by", by, language), false));
        statistic.path("columns").forEach(key -> columns.add(new Column(key(and, key.asString(), language), true)));
        columns.add(new Column(words.text("desk.statistics.total", language), true));
        return columns;
    }

    private List<Cell> cells(String key, JsonNode counts, String total, List<String> seen, Locale language) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(key));
        counts.forEach(count -> {
            seen.add(count.asString());
            cells.add(Cell.of(shown(count.asString(), language)));
        });
        seen.add(total);
        cells.add(Cell.of(shown(total, language)));
        return cells;
    }

    private String key(String dimension, String key, Locale language) {
        if (UNKNOWN.equals(key)) {
            return words.text("desk.unknown", language);
        }
        String fact = FACTS.get(dimension);
        return fact == null
                ? words.find(OF_MATTERS.getOrDefault(dimension, "desk.statistics." + dimension) + "." + key, language)
                        .orElse(key)
                : words.value(fact, StringNode.valueOf(key), language);
    }

    private String shown(String count, Locale language) {
        BigDecimal number = number(count);
        return number == null ? count : Paged.number(number.longValueExact(), words, language);
    }

    private static @Nullable BigDecimal number(String count) {
        return NUMBER.matcher(count).matches() ? new BigDecimal(count) : null;
    }
}
