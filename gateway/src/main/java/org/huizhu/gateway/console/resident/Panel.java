package org.huizhu.gateway.console.resident;

import java.util.List;
import org.huizhu.gateway.pages.Table;
import org.jspecify.annotations.Nullable;

/**
 * One part of a file that comes by a question of its own.
 *
 * @param status {@code OK}, {@code AWAY} if it could not be asked, {@code WITHHELD} if it is not shown to the reader's
 *     office
 * @param table null where there is nothing to list
 * @param lines sentences in place of a table, or above it
 */
record Panel(String status, @Nullable Table table, List<String> lines) {

    static Panel of(Table table) {
        return new Panel("OK", table.rows().isEmpty() ? null : table, List.of());
    }

    static Panel without(String status) {
        return new Panel(status, null, List.of());
    }

    Panel saying(List<String> sentences) {
        return new Panel(status, table, List.copyOf(sentences));
    }
}
