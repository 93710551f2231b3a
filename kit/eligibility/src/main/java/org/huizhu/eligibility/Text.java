package org.huizhu.eligibility;

import java.util.Map;

/** One sentence in both languages of the platform. */
public record Text(String zh, String en) {

    /** {@code {"zh": …, "en": …}}. */
    public Map<String, Object> toJson() {
        return Map.of("zh", zh, "en", en);
    }
}
