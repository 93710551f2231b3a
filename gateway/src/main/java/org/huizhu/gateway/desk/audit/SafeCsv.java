package org.huizhu.gateway.desk.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** Writes CSV that a spreadsheet opens as text: what it would take for a formula gets an apostrophe in front. */
final class SafeCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private final CsvWriter csv;

    SafeCsv(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().build(out);
    }

    void row(List<String> cells) {
        csv.writeRecord(cells.stream()
                .map(cell -> FORMULA.matcher(cell).matches() ? "'" + cell : cell)
                .toList());
    }

    /** Sends on what there is. */
    void flush() throws IOException {
        csv.flush();
    }
}
