package org.huizhu.eligibility;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an assessment's reasons.
 *
 * @param facts the facts that the line looks at, by JSON path; a fact that is not known is absent, one known to be
 *     none is null
 */
public record ConditionResult(
        String id,
        Kind kind,
        Text text,
        String basis,
        Confidence confidence,
        Result result,
        Map<String, @Nullable Object> facts) {

    /** What the line does to the outcome. */
    public enum Kind {
        /** Must hold. */
        CONDITION,
        /** Takes the benefit away when it holds. */
        BLOCKS,
        /** Leaves the person a choice between two benefits when it holds. */
        CHOOSE_HIGHER;

        /** The word used in packs and in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As in the decision API; {@code effect} is there for exclusions only. */
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("kind", kind == Kind.CONDITION ? "condition" : "exclusion");
        if (kind != Kind.CONDITION) {
            json.put("effect", kind.id());
        }
        json.put("text", text.toJson());
        json.put("basis", basis);
        json.put("confidence", confidence.id());
        json.put("result", result.name());
        json.put("facts", facts);
        return json;
    }
}
