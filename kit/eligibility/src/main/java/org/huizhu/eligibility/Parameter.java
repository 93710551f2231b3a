package org.huizhu.eligibility;

import dev.cel.common.types.CelType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of law by name: dated, with its source. */
record Parameter(String name, CelType type, List<Row> rows) {

    /**
     * The value from one day on.
     *
     * @param value null while no value is published
     */
    record Row(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Object value,
            String source,
            Confidence confidence) {}

    /** The row in force on that day; the first or last one outside the dates. */
    Row on(LocalDate day) {
        for (int i = rows.size() - 1; i > 0; i--) {
            if (!rows.get(i).from().isAfter(day)) {
                return rows.get(i);
            }
        }
        return rows.getFirst();
    }

    boolean alwaysKnown() {
        return rows.stream().allMatch(row -> row.value() != null);
    }
}
