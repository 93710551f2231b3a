package org.huizhu.platform.packs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.huizhu.platform.packs.RehearsalResult.Line;
import org.jspecify.annotations.Nullable;

/** A rehearsal as a table to pass on, without counts that would point at a person. */
final class RehearsalExport {

    private static final String HEAD = "by,key,residents,gains,losses,changedAmounts,difference,differencePer\r\n";

    private RehearsalExport() {}

    /** With the byte-order mark that spreadsheets want. */
    static String csv(RehearsalResult result) {
        StringBuilder csv = new StringBuilder("\uFEFF").append(HEAD);
        total(csv, result);
        for (Map.Entry<String, List<Line>> grouping : result.byGrouping().entrySet()) {
            append(csv, grouping.getValue(), result);
        }
        return csv.toString();
    }

    private static void append(StringBuilder csv, List<Line> lines, RehearsalResult result) {
        List<String> residents = column(lines, Line::residents);
        List<String> gains = column(lines, Line::gains);
        List<String> losses = column(lines, Line::losses);
        List<String> amounts = column(lines, Line::changedAmounts);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<String> counts = List.of(residents.get(i), gains.get(i), losses.get(i), amounts.get(i));
            row(csv, line.by(), line.key(), counts, line.difference(), result);
        }
    }

    /** The sum of money of a hidden count would tell the count, so it is hidden with it. */
    private static void row(
            StringBuilder csv,
            String by,
            String key,
            List<String> counts,
            @Nullable String difference,
            RehearsalResult result) {
        boolean hidden = counts.stream().anyMatch(RehearsalExport::isHidden);
        csv.append(by).append(',').append(key).append(',').append(String.join(",", counts));
        csv.append(',').append(difference == null ? "" : hidden ? SmallCells.HIDDEN : difference);
        csv.append(',')
                .append(Objects.requireNonNullElse(result.differencePer(), ""))
                .append("\r\n");
    }

    private static void total(StringBuilder csv, RehearsalResult result) {
        List<String> counts = List.of(
                SmallCells.total(result.residents()),
                SmallCells.total(result.gains()),
                SmallCells.total(result.losses()),
                SmallCells.total(result.changedAmounts()));
        row(csv, "total", "all", counts, result.difference(), result);
    }

    private static List<String> column(List<Line> lines, ToLongFunction<Line> count) {
        return SmallCells.shown(lines.stream().map(count::applyAsLong).toList());
    }

    private static boolean isHidden(String shown) {
        return shown.equals(SmallCells.SMALL) || shown.equals(SmallCells.HIDDEN);
    }
}
