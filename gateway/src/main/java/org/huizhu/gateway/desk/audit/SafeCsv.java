package org.huizhu.gateway.desk.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes CSV that a spreadsheet opens as text: what it would take for a formula gets an apostrophe in front. */
final class SafeCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private final Writer out;

    SafeCsv(Writer out) throws IOException {
        this.out = out;
        out.write(BYTE_ORDER_MARK);
    }

    void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(SafeCsv::cell).collect(Collectors.joining(",")) + "\r\n");
    }

    private static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** Sends on what there is. */
    void flush() throws IOException {
        out.flush();
    }
}
