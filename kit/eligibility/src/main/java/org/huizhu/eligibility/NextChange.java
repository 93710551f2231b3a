package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first day on which outcome or amount will differ if no fact changes, and what they will then be. */
public record NextChange(
        LocalDate on, Outcome outcome, @Nullable Amount amount) {

    /** {@code {"on": "2027-03-01", "outcome": "NOT_ELIGIBLE", "amount": null}}. */
    public Map<String, @Nullable Object> toJson() {
        return Json.object(
                "on", on.toString(), "outcome", outcome.name(), "amount", amount == null ? null : amount.toJson());
    }
}
