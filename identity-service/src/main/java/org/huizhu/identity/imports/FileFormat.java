package org.huizhu.identity.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** What a file is, found by looking at it: {@code CSV} with charset and separator, or {@code XLSX}. */
public record FileFormat(boolean spreadsheet, Charset charset, char separator) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String XLSX = "XLSX";

    /** Opens the file from its beginning, each time anew. */
    public interface Source {
        InputStream open();
    }

    /**
     * The format of that file, whose first line names some of those columns.
     *
     * @throws UnreadableFile if it is no table that can be read
     */
    public static FileFormat of(Source source, Collection<? extends Column> columns) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(4);
        }
        if (start.length == 0) {
            throw new UnreadableFile("file-empty");
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return new FileFormat(true, StandardCharsets.UTF_8, ',');
        }
        if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile("file-old-spreadsheet");
        }
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            throw new UnreadableFile("file-encoding");
        }
        Charset charset = charset(source);
        return new FileFormat(false, charset, separator(source, charset, columns));
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(Source source) throws IOException {
        for (Charset candidate : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (decodes(source, candidate)) {
                return candidate;
            }
        }
        throw new UnreadableFile("file-encoding");
    }

    private static boolean decodes(Source source, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[16_384];
        try (var reader = new InputStreamReader(source.open(), decoder)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == 0) {
                        throw new UnreadableFile("file-not-a-table");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** The one that parts the first line into the most known columns. */
    private static char separator(Source source, Charset charset, Collection<? extends Column> columns)
            throws IOException {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', '\t', ';'}) {
            try (Table table = new CsvTable(source.open(), charset, candidate)) {
                Table.Row header = table.next();
                int known = header == null ? 0 : Header.known(header, columns);
                if (known > most) {
                    best = candidate;
                    most = known;
                }
            }
        }
        return best;
    }

    /** The file from its beginning. */
    public Table open(Source source) throws IOException {
        if (!spreadsheet) {
            return new CsvTable(source.open(), charset, separator);
        }
        return new XlsxTable(source.open(), XlsxWorkbook.read(source.open()));
    }

    /** In a form that {@link #parse} reads. */
    public String asText() {
        return spreadsheet ? XLSX : "CSV " + charset.name() + " " + (int) separator;
    }

    public static FileFormat parse(String text) {
        if (text.equals(XLSX)) {
            return new FileFormat(true, StandardCharsets.UTF_8, ',');
        }
        String[] parts = text.split(" ", -1);
        return new FileFormat(false, Charset.forName(parts[1]), (char) Integer.parseInt(parts[2]));
    }
}
