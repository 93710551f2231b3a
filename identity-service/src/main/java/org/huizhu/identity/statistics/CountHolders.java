package org.huizhu.identity.statistics;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts holders, or their matters, by one dimension, or by two that are crossed, as they may be shown. */
@Component
class CountHolders {

    private final JdbcClient database;
    private final AuditLog audit;
    private final InstantSource clock;

    CountHolders(JdbcClient database, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code from} and {@code to} are of {@link Measure#ISSUED} alone. */
    record Question(
            Measure measure,
            Dimension by,
            @Nullable Dimension and,
            @Nullable String area,
            LocalDate from,
            LocalDate to) {}

    private record Cell(String row, String column, long count) {}

    /** The answer for today. */
    @Transactional
    public Statistic count(Question question) {
        LocalDate today = Shanghai.today(clock);
        audit.record("statistics.read", "statistics", question.measure() + "/" + question.by());
        List<Cell> cells = cells(question, today);
        List<String> keys =
                List.copyOf(new TreeSet<>(cells.stream().map(Cell::row).toList()));
        if (question.and() == null) {
            return oneWay(question, today, keys, cells);
        }
        List<String> columns =
                List.copyOf(new TreeSet<>(cells.stream().map(Cell::column).toList()));
        long[][] counts = new long[keys.size()][columns.size()];
        cells.forEach(cell -> counts[keys.indexOf(cell.row())][columns.indexOf(cell.column())] = cell.count());
        return crossed(question, today, keys, columns, counts);
    }

    private List<Cell> cells(Question question, LocalDate today) {
        Dimension and = question.and();
        String other = and == null ? "''" : and.column();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("today", today);
        parameters.put("from", question.from());
        parameters.put("to", question.to());
        parameters.put("area", question.area());
        parameters.put("within", question.area() + "%");
        return database.sql("SELECT " + question.by().column() + " AS one, " + other + " AS other, COUNT(*) AS n"
                        + " FROM " + question.measure().tables()
                        + " WHERE r.merged_into IS NULL AND "
                        + question.measure().condition()
                        + " AND (:area IS NULL OR COALESCE(r.home_community, r.home_street, '') LIKE :within)"
                        + " GROUP BY one, other")
                .params(parameters)
                .query((row, n) -> new Cell(row.getString("one"), row.getString("other"), row.getLong("n")))
                .list();
    }

    private static Statistic oneWay(Question question, LocalDate today, List<String> keys, List<Cell> cells) {
        long[] counts = new long[keys.size()];
        cells.forEach(cell -> counts[keys.indexOf(cell.row())] = cell.count());
        String[] shown = SmallCounts.shown(counts);
        List<Statistic.Row> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            rows.add(new Statistic.Row(keys.get(i), List.of(), shown[i]));
        }
        return Statistic.of(question, today, List.of(), rows, List.of(), shown[keys.size()]);
    }

    private static Statistic crossed(
            Question question, LocalDate today, List<String> keys, List<String> columns, long[][] counts) {
        if (keys.isEmpty()) {
            return Statistic.of(question, today, List.of(), List.of(), List.of(), "0");
        }
        String[][] shown = SmallCounts.shown(counts);
        List<Statistic.Row> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<String> line = List.of(shown[i]);
            rows.add(new Statistic.Row(keys.get(i), line.subList(0, columns.size()), line.getLast()));
        }
        List<String> totals = List.of(shown[keys.size()]);
        return Statistic.of(question, today, columns, rows, totals.subList(0, columns.size()), totals.getLast());
    }
}
