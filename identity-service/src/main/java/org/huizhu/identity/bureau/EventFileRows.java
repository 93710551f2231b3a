package org.huizhu.identity.bureau;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huizhu.identity.imports.CellText;
import org.huizhu.identity.imports.FileFormat;
import org.huizhu.identity.imports.Header;
import org.huizhu.identity.imports.ReasonColumn;
import org.huizhu.identity.imports.Table;
import org.huizhu.identity.imports.TableFile;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What became of the rows of a file, as they stand now. */
@Component
class EventFileRows {

    private static final int PAGE = 500;

    private final EventFiles files;
    private final ReceivedEvents events;
    private final FileLayouts layouts;
    private final ProblemTexts texts;

    EventFileRows(EventFiles files, ReceivedEvents events, FileLayouts layouts, ProblemTexts texts) {
        this.files = files;
        this.events = events;
        this.layouts = layouts;
        this.texts = texts;
    }

    /** A row with its event; the field of a fault is the heading of the column, empty if it is the whole row. */
    record Row(int line, ReceivedEvent event, List<Fault> faults) {}

    /** Those with that outcome, or all, after that line. */
    List<Row> after(EventFile file, ReceivedEvent.@Nullable Outcome outcome, int line, int most) {
        FileLayout layout = layouts.of(file.said().type());
        Header<FileColumn> header = layout.header(asRow(file.headings()));
        String begin = file.idsBegin();
        // What follows the colon in the order of characters ends the ids that begin so.
        String end = begin.substring(0, begin.length() - 1) + ';';
        return events.between(file.said().source(), file.eventId(line), end, outcome, most).stream()
                .map(event -> new Row(file.lineOf(event.eventId()), event, layout.ofCells(header, event.faults())))
                .toList();
    }

    private static Table.Row asRow(List<String> headings) {
        return new Table.Row(
                1, headings.stream().map(text -> new Table.Cell(text, false)).toList());
    }

    /**
     * Writes the refused rows as a file to correct and send again: the cells as they came, and a column with what to
     * change. What the file held must still be kept.
     */
    void writeRefused(EventFile file, OutputStream out, Locale locale) throws IOException {
        FileFormat.Source source = () -> files.open(file.id());
        try (Table table = FileFormat.parse(file.format()).open(source);
                TableFile csv = TableFile.csv(out)) {
            Header<FileColumn> header = layouts.of(file.said().type()).header(table.next());
            csv.row(ReasonColumn.line(header.headings(), header.headings(), ReasonColumn.heading(locale)));
            List<Row> refused = after(file, ReceivedEvent.Outcome.REFUSED, 0, PAGE);
            while (!refused.isEmpty()) {
                for (Row next : refused) {
                    Table.Row row = row(table, next.line());
                    csv.row(ReasonColumn.line(
                            header.headings(),
                            cells(header, row, table.countsFrom1904()),
                            reason(next.faults(), locale)));
                }
                refused = after(
                        file, ReceivedEvent.Outcome.REFUSED, refused.getLast().line(), PAGE);
            }
        }
    }

    private static Table.Row row(Table table, int line) throws IOException {
        Table.Row row = table.next();
        while (row != null && row.line() < line) {
            row = table.next();
        }
        return Objects.requireNonNull(row, "the file was longer when it was taken in");
    }

    /** As they came, but a figure that a spreadsheet made of a day is that day again: text would not tell it from others. */
    private static List<String> cells(Header<FileColumn> header, Table.Row row, boolean from1904) {
        List<String> cells =
                new ArrayList<>(row.cells().stream().map(Table.Cell::text).toList());
        header.positions().forEach((column, position) -> {
            if (position < cells.size() && row.cells().get(position).number()) {
                String text = CellText.of(row.cells().get(position), column.cell(), from1904);
                cells.set(position, Objects.requireNonNullElse(text, ""));
            }
        });
        return cells;
    }

    /** @throws Problem if what that file held is no longer kept */
    void mustBeKept(EventFile file) throws IOException {
        try (var content = files.open(file.id())) {
            if (content.read() < 0) {
                throw new Problem(HttpStatus.GONE, "event-file-gone");
            }
        }
    }

    private String reason(List<Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> (fault.field().isEmpty() ? "" : fault.field() + ": ") + texts.describe(fault, locale))
                .collect(Collectors.joining(" | "));
    }
}
