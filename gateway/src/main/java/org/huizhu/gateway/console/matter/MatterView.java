package org.huizhu.gateway.console.matter;

import java.util.List;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Step;
import org.huizhu.gateway.pages.Table;
import org.jspecify.annotations.Nullable;

/**
 * A matter in the reader's words.
 *
 * @param clock when it is due, and how far away that is
 * @param onward what brings it forward, and {@code other} what does not
 */
record MatterView(
        String id,
        String residentId,
        String kind,
        String step,
        String colour,
        @Nullable String clock,
        @Nullable String overdue,
        boolean priority,
        List<Row> rows,
        List<String> warnings,
        List<Step> steps,
        List<Doing> onward,
        List<Doing> other,
        Table history,
        @Nullable Table results,
        boolean diagnosis,
        List<String> objections) {

    /** Something to be done, and where. */
    record Doing(String text, String href) {}
}
