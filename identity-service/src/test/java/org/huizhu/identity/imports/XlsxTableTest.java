package org.huizhu.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets that no spreadsheet program writes. */
class XlsxTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"2", "1", "0", "-5"})
    void rows_whose_numbers_do_not_rise_are_refused(String second) {
        String sheet = row("2", text("a")) + row(second, text("b"));

        assertThat(refused(sheet, "").code()).isEqualTo("file-row-order");
    }

    @Test
    void a_row_number_that_is_no_number_is_a_broken_file() {
        assertThat(refused(row("x", text("a")), "").code()).isEqualTo("file-broken");
    }

    @Test
    void reads_rows_with_gaps_rows_without_a_number_and_both_kinds_of_text() throws IOException {
        String sheet = row("3", text("a<![CDATA[&]]>b"))
                + "<row><c t=\"s\"><v>0</v></c></row>"
                + row("9", "<c r=\"C9\" t=\"s\"><v>1</v></c>");

        List<Table.Row> rows = read(sheet, "<si><t>x&amp;y</t></si><si><r><t>p</t></r><r><t>q</t></r></si>");

        assertThat(rows).extracting(Table.Row::line).containsExactly(3, 4, 9);
        assertThat(rows.get(0).cells().getFirst().text()).isEqualTo("a&b");
        assertThat(rows.get(1).cells().getFirst().text()).isEqualTo("x&y");
        assertThat(rows.get(2).cells().get(2).text()).isEqualTo("pq");
    }

    @Test
    void a_cell_holds_as_much_as_in_the_spreadsheet_program_and_no_more() throws IOException {
        assertThat(read(row("1", text("a".repeat(32_767))), "")).hasSize(1);
        assertThat(refused(row("1", text("a".repeat(32_768))), "").code()).isEqualTo("file-row-too-large");
        assertThat(refused(row("1", text("a".repeat(30_000)).repeat(4)), "").code())
                .isEqualTo("file-row-too-large");
    }

    @Test
    void a_row_has_as_many_cells_as_in_the_spreadsheet_program_and_no_more() throws IOException {
        assertThat(read(row("1", "<c/>".repeat(16_383) + text("a")), "")).hasSize(1);
        assertThat(refused(row("1", "<c/>".repeat(16_385)), "").code()).isEqualTo("file-row-too-large");
        assertThat(refused(row("1", "<c r=\"ZZZZZZZZ1\"/>"), "").code()).isEqualTo("file-row-too-large");
    }

    @Test
    void texts_without_end_are_refused_before_they_fill_the_memory() {
        String row = row("1", text("a"));

        assertThat(refused(row, "<si><t>" + "a".repeat(40_000) + "</t></si>").code())
                .isEqualTo("file-unpacks-too-large");
        assertThat(refused(row, "<si/>".repeat(1_300_000)).code()).isEqualTo("file-unpacks-too-large");
        assertThat(refused("<row r=\"" + "1".repeat(1_100_000) + "\"/>", "").code())
                .isEqualTo("file-unpacks-too-large");
    }

    private static String row(String number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static UnreadableFile refused(String sheet, String texts) {
        return catchThrowableOfType(UnreadableFile.class, () -> read(sheet, texts));
    }

    private static List<Table.Row> read(String sheet, String texts) throws IOException {
        byte[] file = file(sheet, texts);
        List<Table.Row> rows = new ArrayList<>();
        try (var table =
                new XlsxTable(new ByteArrayInputStream(file), XlsxWorkbook.read(new ByteArrayInputStream(file)))) {
            for (Table.Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static byte[] file(String sheet, String texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "xl/workbook.xml", """
                    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                      <sheets><sheet name="a" r:id="one"/></sheets></workbook>""");
            add(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships><Relationship Id="one" Target="worksheets/sheet1.xml"/></Relationships>""");
            add(zip, "xl/sharedStrings.xml", "<sst>" + texts + "</sst>");
            add(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
