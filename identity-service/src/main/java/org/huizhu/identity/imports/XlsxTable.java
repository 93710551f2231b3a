package org.huizhu.identity.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of an Office Open XML workbook, read as a stream. Written here because the libraries spool what they
 * read to temporary files in clear.
 */
final class XlsxTable implements Table {

    private static final int MOST_CELLS = 16_384;
    private static final int MOST_CHARACTERS = 100_000;

    private final ZipInputStream zip;
    private final XMLStreamReader xml;
    private final XlsxWorkbook workbook;
    private int line;
    private int characters;

    XlsxTable(InputStream in, XlsxWorkbook workbook) throws IOException {
        this.zip = new ZipInputStream(in);
        this.workbook = workbook;
        this.xml = open(zip, workbook.sheet());
    }

    private static XMLStreamReader open(ZipInputStream zip, String sheet) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(sheet)) {
                try {
                    return XlsxWorkbook.XML.createXMLStreamReader(new ZipPart(zip));
                } catch (XMLStreamException broken) {
                    throw new UnreadableFile("file-not-a-table");
                }
            }
        }
        throw new UnreadableFile("file-not-a-table");
    }

    @Override
    public boolean countsFrom1904() {
        return workbook.countsFrom1904();
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    Row row = row();
                    if (!row.isBlank()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException failed) {
                throw failed;
            }
            throw new UnreadableFile("file-broken", line);
        }
    }

    private Row row() throws XMLStreamException {
        line = nextLine(xml.getAttributeValue(null, "r"));
        characters = 0;
        List<Cell> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                if (column >= MOST_CELLS) {
                    throw tooLarge();
                }
                while (cells.size() < column) {
                    cells.add(Cell.EMPTY);
                }
                cells.add(cell());
            }
        }
        return new Row(line, cells);
    }

    /** Rows are known by their number: one that does not rise would be taken for another row. */
    private int nextLine(@Nullable String number) {
        int next = number == null ? line + 1 : number(number);
        if (next <= line) {
            throw new UnreadableFile("file-row-order", line);
        }
        return next;
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException strange) {
            throw new UnreadableFile("file-broken", line);
        }
    }

    private UnreadableFile tooLarge() {
        return new UnreadableFile("file-row-too-large", line);
    }

    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && column <= MOST_CELLS; i++) {
            char letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + (letter - 'A' + 1);
        }
        return Math.max(column - 1, next);
    }

    private Cell cell() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && (xml.getLocalName().equals("v") || xml.getLocalName().equals("t"))) {
                if (!XlsxWorkbook.append(xml, text)) {
                    throw tooLarge();
                }
            }
        }
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw tooLarge();
        }
        return cell(type == null ? "n" : type, text.toString());
    }

    private Cell cell(String type, String value) {
        return switch (type) {
            case "s" -> new Cell(value.isEmpty() ? "" : workbook.text(number(value)), false);
            case "n" -> new Cell(value, !value.isEmpty());
            case "b" -> new Cell(value.equals("1") ? "是" : "否", false);
            default -> new Cell(value, false);
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
