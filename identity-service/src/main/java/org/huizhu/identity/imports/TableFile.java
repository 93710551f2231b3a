package org.huizhu.identity.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a table row by row as it goes out: CSV (UTF-8 with the mark that spreadsheets want), or a workbook with one
 * sheet of texts. Nothing is spooled. In CSV a cell that a spreadsheet would take for a formula, or round, gets an
 * apostrophe in front, which is dropped when it is read here.
 */
public abstract sealed class TableFile implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern RISKY = Pattern.compile("[=+\\-@\\t\\r].*|[0-9]{12,}", Pattern.DOTALL);

    private TableFile() {}

    /** Writes CSV to a stream that stays open. */
    public static TableFile csv(OutputStream out) throws IOException {
        return new Csv(out);
    }

    /** Writes a workbook to a stream that stays open. */
    public static TableFile xlsx(OutputStream out) throws IOException {
        return new Xlsx(out);
    }

    public abstract void row(List<String> cells) throws IOException;

    @Override
    public abstract void close() throws IOException;

    private static final class Csv extends TableFile {

        private final CsvWriter csv;

        Csv(OutputStream out) throws IOException {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(BYTE_ORDER_MARK);
            csv = CsvWriter.builder().build(text);
        }

        @Override
        public void row(List<String> cells) {
            csv.writeRecord(cells.stream()
                    .map(cell -> RISKY.matcher(cell).matches() ? "'" + cell : cell)
                    .toList());
        }

        @Override
        public void close() throws IOException {
            csv.flush();
        }
    }

    private static final class Xlsx extends TableFile {

        private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
        private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

        private final ZipOutputStream zip;
        private final Writer text;
        private int rows;

        Xlsx(OutputStream out) throws IOException {
            zip = new ZipOutputStream(out);
            text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            part(
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE
                            + "content-types\"><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                            + " PartName=\"/xl/workbook.xml\" ContentType=\""
                            + TYPE + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
                            + TYPE
                            + "worksheet+xml\"/></Types>");
            part("_rels/.rels", relation(OFFICE + "/officeDocument", "xl/workbook.xml"));
            part(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + SHEET + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part("xl/_rels/workbook.xml.rels", relation(OFFICE + "/worksheet", "worksheets/sheet1.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            text.write(HEAD + "<worksheet xmlns=\"" + SHEET + "\"><sheetData>");
        }

        private static String relation(String type, String target) {
            return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + type
                    + "\" Target=\"" + target + "\"/></Relationships>";
        }

        private void part(String name, String content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            text.write(HEAD + content);
            text.flush();
            zip.closeEntry();
        }

        @Override
        public void row(List<String> cells) throws IOException {
            text.write("<row r=\"" + ++rows + "\">");
            for (String cell : cells) {
                text.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escape(cell) + "</t></is></c>");
            }
            text.write("</row>");
        }

        private static String escape(String cell) {
            return cell.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
        }

        @Override
        public void close() throws IOException {
            text.write("</sheetData></worksheet>");
            text.flush();
            zip.closeEntry();
            zip.finish();
        }
    }
}
