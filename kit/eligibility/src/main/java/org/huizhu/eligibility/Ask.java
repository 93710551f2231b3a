package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question that only one programme asks, in its case form. The answer is {@code answers.<id>} in the pack's rules and
 * {@code answers.<programme>.<id>} in the facts.
 *
 * @param options the choices of a {@code CHOICE}; otherwise empty
 */
public record Ask(
        String id,
        Type type,
        Text question,
        Map<String, Text> options,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    /** The form of the answer. */
    public enum Type {
        /** One word of the options. */
        CHOICE,
        /** Free text. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** Yes or no. */
        BOOLEAN,
        /** A day. */
        DATE;

        /** The word used in packs and in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    FactField field(String programme) {
        FactField.Kind kind = switch (type) {
            case CHOICE, TEXT -> FactField.Kind.TEXT;
            case INTEGER -> FactField.Kind.INTEGER;
            case NUMBER -> FactField.Kind.NUMBER;
            case BOOLEAN -> FactField.Kind.BOOLEAN;
            case DATE -> FactField.Kind.DATE;
        };
        return new FactField("answers." + id, List.of("answers", programme, id), kind, options.keySet(), Map.of());
    }

    /** For the form that asks it. */
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("type", type.id());
        json.put("question", question.toJson());
        Map<String, Object> choices = new LinkedHashMap<>();
        options.forEach((word, text) -> choices.put(word, text.toJson()));
        json.put("options", choices);
        json.put("min", min);
        json.put("max", max);
        return json;
    }
}
