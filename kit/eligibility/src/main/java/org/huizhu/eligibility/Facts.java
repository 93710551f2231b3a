package org.huizhu.eligibility;

import dev.cel.runtime.CelUnknownSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person's facts as rules see them: each read once, then remembered. Not thread-safe; one per assessment. */
final class Facts {
    private static final Object ABSENT = new Object();

    private final Map<String, ?> json;
    private final IdentityHashMap<FactField, Object> seen = new IdentityHashMap<>();

    Facts(Map<String, ?> json) {
        this.json = json;
    }

    /** The value that rules compute with: {@link CelUnknownSet} when absent. */
    Object value(FactField field) {
        Object value = seen.get(field);
        if (value == null) {
            Object raw = raw(field.keys());
            value = raw == ABSENT ? field.unknown() : field.convert(raw);
            seen.put(field, value);
        }
        return value;
    }

    boolean absent(FactField field) {
        return raw(field.keys()) == ABSENT;
    }

    /** The value as it stands in the JSON; null when it is known to be none. Only for a fact that is not absent. */
    @Nullable
    Object json(FactField field) {
        return raw(field.keys());
    }

    private @Nullable Object raw(List<String> keys) {
        Object current = json;
        for (String key : keys) {
            if (current == null) {
                return null;
            }
            if (!(current instanceof Map<?, ?> map)) {
                throw new InvalidFacts(String.join(".", keys), "inside an object");
            }
            current = map.get(key);
            if (current == null && !map.containsKey(key)) {
                return ABSENT;
            }
        }
        return current;
    }
}
