package org.huizhu.gateway.catalogue;

import java.util.List;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.jspecify.annotations.Nullable;

/**
 * One programme in the reader's words.
 *
 * @param status that it is not in force, or not for residents; null if there is nothing to say
 * @param amounts what is paid and by which bounds, by date; null if the programme gives none
 */
record ProgrammePageView(
        String title,
        @Nullable String status,
        List<Row> facts,
        List<Line> conditions,
        List<Line> exclusions,
        @Nullable Table amounts,
        List<String> steps,
        List<String> basis) {

    /** A condition with where it comes from and how sure that is. */
    record Line(String text, @Nullable String basis, String confidence) {}
}
