package org.huizhu.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when to when one pack decides its programme; {@code to} is the last day, null while no end is known. */
public record PackPeriod(
        Pack pack, LocalDate from, @Nullable LocalDate to) {

    /** Whether the pack decides on that day. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
