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

    private final ZipInputStream zip;
    private final XMLStreamReader xml;
    private final XlsxWorkbook workbook;
    private int line;

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
        String number = xml.getAttributeValue(null, "r");
        line = number == null ? line + 1 : Integer.parseInt(number);
        List<Cell> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                while (cells.size() < column) {
                    cells.add(Cell.EMPTY);
                }
                cells.add(cell());
            }
        }
        return new Row(line, cells);
    }

    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (reference.charAt(i) - 'A' + 1);
        }
        return Math.clamp(column - 1L, next, 16_384);
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
                text.append(xml.getElementText());
            }
        }
        return cell(type == null ? "n" : type, text.toString());
    }

    private Cell cell(String type, String value) {
        return switch (type) {
            case "s" -> new Cell(value.isEmpty() ? "" : workbook.text(Integer.parseInt(value)), false);
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
