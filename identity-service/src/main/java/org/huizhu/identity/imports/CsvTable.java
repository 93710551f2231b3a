package org.huizhu.identity.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Comma-, tab- or semicolon-separated text. */
final class CsvTable implements Table {

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long line = 1;

    CsvTable(InputStream in, Charset charset, char separator) throws IOException {
        var text = new InputStreamReader(
                withoutMark(in),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .ofCsvRecord(text);
        this.records = reader.iterator();
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        var pushback = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        byte[] start = pushback.readNBytes(BYTE_ORDER_MARK.length);
        boolean marked = start.length == BYTE_ORDER_MARK.length;
        for (int i = 0; marked && i < start.length; i++) {
            marked = (start[i] & 0xFF) == BYTE_ORDER_MARK[i];
        }
        if (!marked) {
            pushback.unread(start);
        }
        return pushback;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                line = found.getStartingLineNumber();
                Row row = new Row(
                        Math.toIntExact(line),
                        found.getFields().stream()
                                .map(text -> new Cell(text, false))
                                .toList());
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException broken) {
            throw new UnreadableFile("file-broken", line);
        } catch (UncheckedIOException failed) {
            throw failed.getCause() == null ? new IOException(failed) : failed.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
