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
    private final IdentityHashMap<FactField, Seen> seen = new IdentityHashMap<>(64);

    Facts(Map<String, ?> json) {
        this.json = json;
    }

    /** A fact as it stands in the JSON, and the value that rules compute with. */
    private record Seen(@Nullable Object json, Object value) {}

    /** The value that rules compute with: {@link CelUnknownSet} when absent. */
    Object value(FactField field) {
        return seen(field).value();
    }

    boolean absent(FactField field) {
        return seen(field).json() == ABSENT;
    }

    /** The value as it stands in the JSON; null when it is known to be none. Only for a fact that is not absent. */
    @Nullable
    Object json(FactField field) {
        return seen(field).json();
    }

    private Seen seen(FactField field) {
        Seen fact = seen.get(field);
        if (fact == null) {
            Object raw = raw(field.keys());
            fact = new Seen(raw, raw == ABSENT ? field.unknown() : field.convert(raw));
            seen.put(field, fact);
        }
        return fact;
    }

    private @Nullable Object raw(List<String> keys) {
        Object current = json;
        for (int i = 0; i < keys.size(); i++) {
            if (current == null) {
                return null;
            }
            if (!(current instanceof Map<?, ?> map)) {
                throw new InvalidFacts(String.join(".", keys.subList(0, i)), "an object");
            }
            current = map.get(keys.get(i));
            if (current == null && !map.containsKey(keys.get(i))) {
                return ABSENT;
            }
        }
        return current;
    }
}
