package org.huizhu.identity.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huizhu.platform.problem.ProblemTexts;
import org.springframework.stereotype.Component;

/**
 * Writes the rejected rows as a file to correct and upload again: the columns as they came, and one with what to change.
 */
@Component
class CorrectionFile {

    private static final int PAGE = 500;

    private final RejectedRows rejectedRows;
    private final ProblemTexts texts;

    CorrectionFile(RejectedRows rejectedRows, ProblemTexts texts) {
        this.rejectedRows = rejectedRows;
        this.texts = texts;
    }

    void write(ImportRun run, OutputStream out, Locale locale) throws IOException {
        List<String> header = Objects.requireNonNullElse(run.header(), List.of());
        try (TableFile csv = TableFile.csv(out)) {
            csv.row(ReasonColumn.line(header, header, ReasonColumn.heading(locale)));
            List<RejectedRows.Rejected> rows = rejectedRows.after(run.id(), 0, PAGE);
            while (!rows.isEmpty()) {
                for (RejectedRows.Rejected row : rows) {
                    csv.row(ReasonColumn.line(header, row.cells(), reason(row, locale)));
                }
                rows = rejectedRows.after(run.id(), rows.getLast().line(), PAGE);
            }
        }
    }

    private String reason(RejectedRows.Rejected row, Locale locale) {
        return row.faults().stream()
                .map(fault -> (fault.field().isEmpty() ? "" : fault.field() + ": ") + texts.describe(fault, locale))
                .collect(Collectors.joining(" | "));
    }
}
