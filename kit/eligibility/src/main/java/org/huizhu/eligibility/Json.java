package org.huizhu.eligibility;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects whose members always come in the same order, so that equal answers are equal texts. */
final class Json {

    private Json() {}

    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(object);
    }

    static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    /** The day under that name; null when there is none, or none that can be read. */
    static @Nullable LocalDate day(@Nullable Object object, String name) {
        try {
            return object instanceof Map<?, ?> map && map.get(name) instanceof String text
                    ? LocalDate.parse(text)
                    : null;
        } catch (DateTimeParseException e) {
            return null; // the evaluation refuses it, by its path
        }
    }
}
