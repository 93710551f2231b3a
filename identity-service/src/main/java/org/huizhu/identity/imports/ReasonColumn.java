package org.huizhu.identity.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The column that a file to correct has in addition: what to change in each row. It is passed over when it is read. */
public final class ReasonColumn {

    private static final String ZH = "问题";
    private static final String EN = "problem";

    private ReasonColumn() {}

    /** Its heading in that language. */
    public static String heading(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : ZH;
    }

    /** Whether that heading is its own. */
    public static boolean isNamed(String heading) {
        return List.of(ZH, EN).contains(heading.strip().toLowerCase(Locale.ROOT));
    }

    /** A line as wide as the header: the reason in its column if there is one, and behind the others if not. */
    public static List<String> line(List<String> header, List<String> cells, String reason) {
        List<String> line = new ArrayList<>();
        boolean placed = false;
        for (int i = 0; i < header.size(); i++) {
            boolean here = isNamed(header.get(i));
            placed |= here;
            line.add(here ? reason : i < cells.size() ? cells.get(i) : "");
        }
        if (!placed) {
            line.add(reason);
        }
        return line;
    }
}
