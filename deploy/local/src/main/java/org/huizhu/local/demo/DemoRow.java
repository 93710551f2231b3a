package org.huizhu.local.demo;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** One line of the file. A column that is not set is empty, which says that nothing is known. */
final class DemoRow {

    private static final String NEW_LINE = "\r\n";

    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    DemoRow set(Column column, Object value) {
        cells.put(column, value.toString());
        return this;
    }

    String get(Column column) {
        return cells.getOrDefault(column, "");
    }

    void writeTo(Appendable out) throws IOException {
        String separator = "";
        for (Column column : Column.values()) {
            out.append(separator).append(quoted(get(column)));
            separator = ",";
        }
        out.append(NEW_LINE);
    }

    static void writeHeaderTo(Appendable out) throws IOException {
        DemoRow header = new DemoRow();
        for (Column column : Column.values()) {
            header.set(column, column.header());
        }
        header.writeTo(out);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
