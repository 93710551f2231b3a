package org.huizhu.identity.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file read row by row from its beginning; rows in which every cell is blank are passed over. */
public sealed interface Table extends AutoCloseable permits CsvTable, XlsxTable {

    /** One cell. {@code number}: a spreadsheet says that it is a figure, not text. */
    record Cell(String text, boolean number) {

        public static final Cell EMPTY = new Cell("", false);
    }

    /** One row; {@code line} is where a person finds it. */
    record Row(int line, List<Cell> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(cell -> cell.text().isBlank());
        }
    }

    /** The next row, or {@code null} after the last. */
    @Nullable
    Row next() throws IOException;

    /** Whether days are counted from 1904, as old spreadsheets of one maker do. */
    default boolean countsFrom1904() {
        return false;
    }

    @Override
    void close() throws IOException;
}
