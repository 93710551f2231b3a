package org.huizhu.eligibility;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sentence in both languages of the platform. */
public record Text(String zh, String en) {

    /** {@code {"zh": …, "en": …}}. */
    public Map<String, @Nullable Object> toJson() {
        return Json.object("zh", zh, "en", en);
    }
}
