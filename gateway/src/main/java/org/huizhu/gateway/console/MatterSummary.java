package org.huizhu.gateway.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A matter in a few words, as identity gives it. {@code dueAssumed}: holidays of that year are not published yet. */
public record MatterSummary(
        String id,
        String residentId,
        String kind,
        String step,
        long version,
        LocalDate filedOn,
        @Nullable LocalDate dueOn,
        boolean dueAssumed,
        boolean overdue) {

    /** The colour of the tag of its step. */
    public String colour() {
        return MatterStep.of(step).map(MatterStep::colour).orElse("grey");
    }
}
