package org.huizhu.eligibility;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a case: what is done, by which level of staff, within how many working days.
 *
 * @param by one of {@code community, street, federation, civil-affairs, finance, education, human-resources, health,
 *     provider, school}
 */
public record ReviewStep(String step, String by, int days) {

    /** {@code {"step": "accept", "by": "street", "days": 3}}. */
    public Map<String, @Nullable Object> toJson() {
        return Json.object("step", step, "by", by, "days", days);
    }
}
