package org.huizhu.platform.assess;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to assess.
 *
 * @param facts without answers
 * @param answers by programme and question
 * @param draft a pack that is not in force, as YAML
 */
record AssessRequest(
        Map<String, @Nullable Object> facts,
        LocalDate asOf,
        Map<String, Map<String, @Nullable Object>> answers,
        @Nullable String draft) {

    /** Facts and answers as rules read them. */
    Map<String, @Nullable Object> whole() {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(facts);
        whole.put("answers", answers);
        return whole;
    }
}
