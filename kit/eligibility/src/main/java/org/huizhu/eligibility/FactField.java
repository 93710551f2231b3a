package org.huizhu.eligibility;

import dev.cel.runtime.AccumulatedUnknowns;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fact that rules may read.
 *
 * @param path its name in rules, such as {@code hukou.area}
 * @param keys where it lies in the JSON
 * @param values the allowed words, empty when any text goes
 * @param items what each element holds, for a list of objects
 * @param unknown what rules see while the fact is not known
 */
record FactField(
        String path,
        List<String> keys,
        Kind kind,
        Set<String> values,
        Map<String, FactField> items,
        CelUnknownSet unknown) {

    FactField(String path, List<String> keys, Kind kind, Set<String> values, Map<String, FactField> items) {
        this(path, keys, kind, values, items, CelUnknownSet.create(CelAttribute.fromQualifiedIdentifier(path)));
    }

    enum Kind {
        TEXT("a text"),
        INTEGER("a whole number"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        DATE("a date such as 2026-11-23"),
        TEXTS("a list of texts"),
        OBJECTS("a list of objects"),
        GROUP("an object");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** The path in the facts' JSON: an answer's includes its programme. */
    String publicPath() {
        return keys.getFirst().equals("answers") ? String.join(".", keys) : path;
    }

    /** What rules see when the fact is known to be none: nothing for a value, an empty list, or false. */
    Object none() {
        return switch (kind) {
            case TEXTS, OBJECTS -> List.of();
            case BOOLEAN -> false;
            default -> None.NONE;
        };
    }

    /** The JSON value in the form that rules compute with. */
    Object convert(@Nullable Object json) {
        if (json == null) {
            return none();
        }
        return switch (kind) {
            case TEXT -> json instanceof String ? json : refuse();
            case INTEGER -> wholeNumber(json);
            case NUMBER -> json instanceof Number number ? new BigDecimal(number.toString()) : refuse();
            case BOOLEAN -> json instanceof Boolean ? json : refuse();
            case DATE -> date(json);
            case TEXTS, OBJECTS -> json instanceof List<?> list ? elements(list) : refuse();
            case GROUP -> json instanceof Map<?, ?> ? json : refuse();
        };
    }

    private Object wholeNumber(Object json) {
        return json instanceof Integer || json instanceof Long ? ((Number) json).longValue() : refuse();
    }

    private Object date(Object json) {
        try {
            return json instanceof String text ? LocalDate.parse(text) : refuse();
        } catch (DateTimeParseException e) {
            return refuse();
        }
    }

    private List<Object> elements(List<?> list) {
        List<Object> elements = new ArrayList<>(list.size());
        for (Object element : list) {
            if (kind == Kind.TEXTS) {
                elements.add(element instanceof String ? element : refuse());
            } else {
                elements.add(element instanceof Map<?, ?> map ? new FactItem(this, map) : refuse());
            }
        }
        return List.copyOf(elements);
    }

    /** A fresh value each time: CEL merges unknowns in place. */
    AccumulatedUnknowns unknownItem() {
        return AccumulatedUnknowns.create(List.of(), unknown.attributes());
    }

    private Object refuse() {
        throw new InvalidFacts(path, kind.words);
    }
}
