package org.huizhu.gateway.forms;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/**
 * Turns what was sent into a record and back, component by component, and nothing else: what the record does not name
 * cannot get in. Components may be {@code String} (stripped, empty if absent), {@code boolean} (sent or not),
 * {@code List<String>}, an enum (null if absent or unknown) or {@link DateParts} (sent as {@code name.year} and so on).
 */
final class Typed {

    private static final int LONGEST = 4000;

    private Typed() {}

    /** The record of what was sent. */
    static <T> T read(Class<T> type, Function<String, String @Nullable []> sent) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(component -> value(component, sent))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return BeanUtils.instantiateClass(type.getDeclaredConstructor(types), values);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its constructor", e);
        }
    }

    private static @Nullable Object value(RecordComponent component, Function<String, String @Nullable []> sent) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == String.class && component.isAnnotationPresent(LongText.class)) {
            String[] values = sent.apply(name);
            return values == null || values.length == 0 ? "" : values[0].replace("\r\n", "\n");
        }
        if (type == String.class) {
            return one(name, sent);
        }
        if (type == boolean.class) {
            return !one(name, sent).isEmpty();
        }
        if (type == List.class) {
            return all(name, sent);
        }
        if (type == DateParts.class) {
            return new DateParts(one(name + ".year", sent), one(name + ".month", sent), one(name + ".day", sent));
        }
        if (type.isEnum()) {
            String wanted = one(name, sent);
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(wanted))
                    .findFirst()
                    .orElse(null);
        }
        throw new IllegalStateException("a form cannot ask for a " + type.getName() + ": " + name);
    }

    private static String one(String name, Function<String, String @Nullable []> sent) {
        List<String> all = all(name, sent);
        return all.isEmpty() ? "" : all.getFirst();
    }

    private static List<String> all(String name, Function<String, String @Nullable []> sent) {
        String[] values = Objects.requireNonNullElse(sent.apply(name), new String[0]);
        return Arrays.stream(values)
                .map(String::strip)
                .map(value -> value.substring(0, Math.min(value.length(), LONGEST)))
                .toList();
    }

    /** What each input is to hold so that the record comes back. */
    static Map<String, List<String>> inputs(Record record) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = component.getName();
            switch (get(record, component)) {
                case null -> inputs.put(name, List.of());
                case DateParts parts -> {
                    inputs.put(name + ".year", List.of(parts.year()));
                    inputs.put(name + ".month", List.of(parts.month()));
                    inputs.put(name + ".day", List.of(parts.day()));
                }
                case Boolean yes -> inputs.put(name, yes ? List.of("true") : List.of());
                case List<?> list -> inputs.put(name, strings(list));
                case Enum<?> constant -> inputs.put(name, List.of(constant.name()));
                case Object text -> inputs.put(name, List.of(text.toString()));
            }
        }
        return inputs;
    }

    private static List<String> strings(List<?> list) {
        List<String> strings = new ArrayList<>();
        list.forEach(one -> strings.add(String.valueOf(one)));
        return strings;
    }

    private static @Nullable Object get(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
