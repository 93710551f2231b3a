package org.huizhu.gateway.portal.overview;

import java.util.List;
import org.huizhu.gateway.explain.Decision.Outcome;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Task;
import org.jspecify.annotations.Nullable;

/**
 * The first page in the reader's language.
 *
 * @param card null if it could not be asked for
 * @param missing the names of the services that could not be asked
 * @param changes since the last visit
 * @param monthly what can be had comes to in a month; null if there is none
 */
record Overview(
        @Nullable Card card,
        List<String> missing,
        String since,
        List<Changes.Change> changes,
        List<Task> tasks,
        List<Coming> coming,
        List<Reach> reach,
        List<Count> counts,
        @Nullable String monthly,
        String asOf) {

    /** The certificate; without rows there is none on file. */
    record Card(
            List<Row> rows,
            @Nullable String status,
            @Nullable String colour,
            boolean renew,
            boolean valid) {}

    /** What the calendar will bring. */
    record Coming(
            String programme,
            String title,
            String on,
            Outcome outcome,
            @Nullable String amount) {}

    /** What is just out of reach, and the only condition in the way. */
    record Reach(String programme, String title, String condition) {}

    /** How many programmes have that outcome. */
    record Count(Outcome outcome, int number) {}
}
