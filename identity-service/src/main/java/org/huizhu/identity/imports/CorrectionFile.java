package org.huizhu.identity.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizhu.platform.problem.ProblemTexts;
import org.springframework.stereotype.Component;

/**
 * Writes the rejected rows as a file to correct and upload again: the columns as they came, and one with what to change.
 * A cell that a spreadsheet would take for a formula, or turn into a rounded figure, gets an apostrophe in front, which
 * is dropped again when the file is read.
 */
@Component
class CorrectionFile {

    private static final int PAGE = 500;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern RISKY = Pattern.compile("[=+\\-@\\t\\r].*|[0-9]{12,}", Pattern.DOTALL);

    private final RejectedRows rejectedRows;
    private final ProblemTexts texts;

    CorrectionFile(RejectedRows rejectedRows, ProblemTexts texts) {
        this.rejectedRows = rejectedRows;
        this.texts = texts;
    }

    void write(ImportRun run, OutputStream out, Locale locale) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        List<String> header = Objects.requireNonNullElse(run.header(), List.of());
        boolean hasReason = header.stream().anyMatch(ImportColumn::isReason);
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(
                line(header, header.size(), locale.getLanguage().equals("en") ? "problem" : "问题", hasReason, header));
        List<RejectedRows.Rejected> rows = rejectedRows.after(run.id(), 0, PAGE);
        while (!rows.isEmpty()) {
            for (RejectedRows.Rejected row : rows) {
                csv.writeRecord(line(row.cells(), header.size(), reason(row, locale), hasReason, header));
            }
            rows = rejectedRows.after(run.id(), rows.getLast().line(), PAGE);
        }
        csv.flush();
    }

    private String reason(RejectedRows.Rejected row, Locale locale) {
        return row.faults().stream()
                .map(fault -> (fault.field().isEmpty() ? "" : fault.field() + ": ") + texts.describe(fault, locale))
                .collect(Collectors.joining(" | "));
    }

    private static List<String> line(
            List<String> cells, int width, String reason, boolean replace, List<String> header) {
        List<String> line = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            boolean isReason = replace && ImportColumn.isReason(header.get(i));
            line.add(isReason ? reason : safe(i < cells.size() ? cells.get(i) : ""));
        }
        if (!replace) {
            line.add(reason);
        }
        return line;
    }

    private static String safe(String cell) {
        return RISKY.matcher(cell).matches() ? "'" + cell : cell;
    }
}
