package org.huizhu.identity.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of counts as text: a number, {@code <5} for one to four, {@code *} for what is hidden with them. Without a
 * second dimension {@code columns} and each row's {@code counts} are empty.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Statistic(
        Measure measure,
        Dimension by,
        @Nullable Dimension and,
        @Nullable String area,
        LocalDate day,
        List<String> columns,
        List<Row> rows,
        List<String> totals,
        String total) {

    /** The counts of one key, in the order of the columns. */
    record Row(String key, List<String> counts, String total) {}

    static Statistic of(
            CountHolders.Question question,
            LocalDate day,
            List<String> columns,
            List<Row> rows,
            List<String> totals,
            String total) {
        return new Statistic(
                question.measure(), question.by(), question.and(), question.area(), day, columns, rows, totals, total);
    }

    /** The same as lines of a file. */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line(and == null ? by.name() : by + " / " + and, columns, "TOTAL"));
        rows.forEach(row -> lines.add(line(row.key(), row.counts(), row.total())));
        lines.add(line("TOTAL", totals, total));
        return lines;
    }

    private static List<String> line(String first, List<String> counts, String last) {
        List<String> line = new ArrayList<>(List.of(first));
        line.addAll(counts);
        line.add(last);
        return line;
    }
}
