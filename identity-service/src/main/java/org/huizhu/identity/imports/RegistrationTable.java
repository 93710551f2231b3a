package org.huizhu.identity.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huizhu.identity.certificate.RegistrationRequest;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A file with the columns of an import, and further ones, for others than the import itself: the same formats and
 * encodings, the same words in cells.
 */
public final class RegistrationTable implements AutoCloseable {

    private static final int DAY_DIGITS = 5;
    private static final Pattern COUNTED_DAYS = Pattern.compile("[0-9]{5}([.][0-9]+)?");

    private final Table table;
    private final Header<ImportColumn> header;

    private RegistrationTable(Table table, Header<ImportColumn> header) {
        this.table = table;
        this.header = header;
    }

    /** A row as read. A fault's field is the heading; {@code request} is unchecked. */
    public record Line(int number, List<String> cells, RegistrationRequest request, List<Fault> faults) {}

    /**
     * The file that a request brings, which is read into memory, so it must be small.
     *
     * @throws Problem if it is larger than that many megabytes, or cannot be read as a table
     */
    public static RegistrationTable open(InputStream upload, int megabytes) throws IOException {
        int most = megabytes * 1024 * 1024;
        byte[] content = upload.readNBytes(most + 1);
        if (content.length > most) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "import-too-large", megabytes);
        }
        FileFormat.Source source = () -> new ByteArrayInputStream(content);
        try {
            Table table = FileFormat.of(source, ImportColumn.ALL).open(source);
            return new RegistrationTable(table, Header.of(table.next(), ImportColumn.ALL));
        } catch (UnreadableFile unreadable) {
            throw unreadable.problem();
        }
    }

    public List<String> headings() {
        return header.headings();
    }

    /** The next row, or {@code null} after the last. */
    public @Nullable Line next() throws IOException {
        try {
            Table.Row row = table.next();
            if (row == null) {
                return null;
            }
            RowReader.Reading reading = RowReader.read(header, row, table.countsFrom1904());
            List<Fault> faults = new ArrayList<>();
            reading.faults()
                    .forEach(fault -> faults.add(new Fault(columnOf(fault.field()), fault.code(), fault.arguments())));
            return new Line(
                    row.line(), row.cells().stream().map(Table.Cell::text).toList(), reading.request(), faults);
        } catch (UnreadableFile unreadable) {
            throw unreadable.problem();
        }
    }

    /** The heading of the column that fills that place of a registration; empty if none does. */
    public String columnOf(String path) {
        return ImportColumn.ofPath(path).map(header::nameOf).orElse("");
    }

    /** The text in a further column; empty where there is none. */
    public String cell(Line line, String heading) {
        for (int i = 0; i < header.headings().size(); i++) {
            if (header.headings().get(i).strip().equals(heading)) {
                return i < line.cells().size() ? line.cells().get(i).strip() : "";
            }
        }
        return "";
    }

    /** Whether that heading is the one of the column that a file to correct has in addition. */
    public static boolean isReason(String heading) {
        return ReasonColumn.isNamed(heading);
    }

    /** A day in a further column, in the form of ISO 8601; unchanged if it is none. A spreadsheet counts days. */
    public String day(Line line, String heading) {
        String text = cell(line, heading);
        boolean counted =
                table instanceof XlsxTable && COUNTED_DAYS.matcher(text).matches();
        if (!counted) {
            return CellText.dayOf(text);
        }
        LocalDate start = table.countsFrom1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        return start.plusDays(Long.parseLong(text.substring(0, DAY_DIGITS))).toString();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
