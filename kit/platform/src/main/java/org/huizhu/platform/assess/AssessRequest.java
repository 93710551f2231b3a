package org.huizhu.platform.assess;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huizhu.eligibility.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What to assess.
 *
 * @param facts without answers, of each subject that was given
 * @param answers by programme and question
 * @param draft a pack that is not in force, as YAML
 */
record AssessRequest(
        Map<Subject, Map<String, @Nullable Object>> facts,
        LocalDate asOf,
        Map<String, Map<String, @Nullable Object>> answers,
        @Nullable String draft) {

    /** Facts and answers as rules about that subject read them; null if none of it were given. */
    @Nullable
    Map<String, @Nullable Object> about(Subject subject) {
        Map<String, @Nullable Object> own = facts.get(subject);
        if (own == null) {
            return null;
        }
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(own);
        whole.put("answers", answers);
        return whole;
    }
}
