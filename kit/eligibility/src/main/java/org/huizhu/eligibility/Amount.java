package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the benefit is worth.
 *
 * @param yuan with two decimals; null while the rate is not published or depends on an unknown fact
 * @param period what the sum is for: {@code month}, {@code once} …
 */
public record Amount(@Nullable BigDecimal yuan, String period) {

    /** Whether the sum is still to be confirmed. */
    public boolean toBeConfirmed() {
        return yuan == null;
    }

    /** {@code {"yuan": "100.00", "period": "month"}} or {@code {"toBeConfirmed": true, "period": "month"}}. */
    public Map<String, @Nullable Object> toJson() {
        return yuan == null
                ? Json.object("toBeConfirmed", true, "period", period)
                : Json.object("yuan", yuan.toPlainString(), "period", period);
    }
}
