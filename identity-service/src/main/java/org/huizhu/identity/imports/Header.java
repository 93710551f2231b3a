package org.huizhu.identity.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Which column stands where. Columns that are not known are named by position, never quoted: they may be data. */
record Header(List<String> headings, Map<ImportColumn, Integer> positions, List<Fault> warnings) {

    static int known(Table.Row row) {
        return (int) row.cells().stream()
                .filter(cell -> ImportColumn.named(cell.text()).isPresent())
                .count();
    }

    static Header of(Table.@Nullable Row row) {
        if (row == null) {
            throw new UnreadableFile("file-empty");
        }
        if (known(row) == 0) {
            throw new UnreadableFile("file-no-header");
        }
        Map<ImportColumn, Integer> positions = new EnumMap<>(ImportColumn.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            place(row.cells().get(i).text(), i, positions, unknown);
        }
        String missing = Arrays.stream(ImportColumn.values())
                .filter(column -> column.isRequired() && !positions.containsKey(column))
                .map(ImportColumn::heading)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw new UnreadableFile("columns-missing", missing);
        }
        List<Fault> warnings =
                unknown.isEmpty() ? List.of() : List.of(Fault.of("", "columns-unknown", String.join("、", unknown)));
        return new Header(row.cells().stream().map(Table.Cell::text).toList(), positions, warnings);
    }

    private static void place(
            String heading, int position, Map<ImportColumn, Integer> positions, List<String> unknown) {
        if (heading.isBlank() || ImportColumn.isReason(heading)) {
            return;
        }
        ImportColumn column = ImportColumn.named(heading).orElse(null);
        if (column == null) {
            unknown.add(letters(position));
        } else if (positions.put(column, position) != null) {
            throw new UnreadableFile("column-twice", column.heading());
        }
    }

    /** A, B, … Z, AA, as spreadsheets count. */
    private static String letters(int position) {
        String last = String.valueOf((char) ('A' + position % 26));
        return position < 26 ? last : letters(position / 26 - 1) + last;
    }

    Table.Cell cell(Table.Row row, ImportColumn column) {
        Integer position = positions.get(column);
        return position == null || position >= row.cells().size()
                ? Table.Cell.EMPTY
                : row.cells().get(position);
    }

    /** The heading of that column as the file has it. */
    String nameOf(ImportColumn column) {
        Integer position = positions.get(column);
        return position == null
                ? column.heading()
                : headings.get(position).strip().replaceAll("[*＊\\s]+$", "");
    }
}
