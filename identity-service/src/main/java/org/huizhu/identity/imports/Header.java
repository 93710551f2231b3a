package org.huizhu.identity.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Which column stands where. Columns that are not known are named by position, never quoted: they may be data. */
public record Header<C extends Column>(List<String> headings, Map<C, Integer> positions, List<Fault> warnings) {

    static int known(Table.Row row, Collection<? extends Column> columns) {
        return (int) row.cells().stream()
                .filter(cell -> named(cell.text(), columns).isPresent())
                .count();
    }

    private static <C extends Column> Optional<C> named(String heading, Collection<C> columns) {
        String name = plain(heading);
        return columns.stream().filter(column -> column.isNamed(name)).findFirst();
    }

    /** Without the marks that people put behind the names of columns that must be filled. */
    private static String plain(String heading) {
        return heading.strip().replaceAll("[*＊\\s]+$", "");
    }

    /**
     * The header in that row of a file.
     *
     * @throws UnreadableFile if it is none, lacks a column, or has one twice
     */
    public static <C extends Column> Header<C> of(Table.@Nullable Row row, List<C> columns) {
        if (row == null) {
            throw new UnreadableFile("file-empty");
        }
        if (known(row, columns) == 0) {
            throw new UnreadableFile("file-no-header");
        }
        Map<C, Integer> positions = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = row.cells().get(i).text();
            if (!heading.isBlank() && !ReasonColumn.isNamed(heading)) {
                place(named(heading, columns), i, positions, unknown);
            }
        }
        String missing = columns.stream()
                .filter(column -> column.isRequired() && !positions.containsKey(column))
                .map(Column::heading)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw new UnreadableFile("columns-missing", missing);
        }
        List<Fault> warnings =
                unknown.isEmpty() ? List.of() : List.of(Fault.of("", "columns-unknown", String.join("、", unknown)));
        return new Header<>(row.cells().stream().map(Table.Cell::text).toList(), positions, warnings);
    }

    private static <C extends Column> void place(
            Optional<C> column, int position, Map<C, Integer> positions, List<String> unknown) {
        if (column.isEmpty()) {
            unknown.add(letters(position));
        } else if (positions.put(column.get(), position) != null) {
            throw new UnreadableFile("column-twice", column.get().heading());
        }
    }

    /** A, B, … Z, AA, as spreadsheets count. */
    private static String letters(int position) {
        String last = String.valueOf((char) ('A' + position % 26));
        return position < 26 ? last : letters(position / 26 - 1) + last;
    }

    /** What a row has in that column; empty if the file, or the row, has none. */
    public Table.Cell cell(Table.Row row, C column) {
        Integer position = positions.get(column);
        return position == null || position >= row.cells().size()
                ? Table.Cell.EMPTY
                : row.cells().get(position);
    }

    /** The heading of that column as the file has it. */
    public String nameOf(C column) {
        Integer position = positions.get(column);
        return position == null ? column.heading() : plain(headings.get(position));
    }
}
