package org.huizhu.eligibility;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huizhu.eligibility.Parameter.Row;
import org.jspecify.annotations.Nullable;

/** Reads the dated values of a pack: their types agree, and their dates cover the pack without gap or overlap. */
final class ParameterReader {
    private static final String NAME = "[a-z][a-zA-Z0-9]*";

    private final Faults faults;

    ParameterReader(Faults faults) {
        this.faults = faults;
    }

    List<Parameter> read(Entries pack, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<Parameter> parameters = new ArrayList<>();
        pack.named("parameters").forEach((name, node) -> {
            if (!name.matches(NAME)) {
                faults.add(
                        node, "'" + name + "' cannot be used in a rule", "begin with a small letter; letters, digits");
            } else if (!node.isList() || node.elements().isEmpty()) {
                faults.add(node, name + " has no dated values", "write a list of {from, value, source, confidence}");
            } else {
                parameters.add(parameter(name, node, from, to));
            }
        });
        return parameters;
    }

    private Parameter parameter(String name, YamlNode node, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<Row> rows = new ArrayList<>();
        CelType type = null;
        for (YamlNode element : node.elements()) {
            Entries entries = new Entries(element, Set.of("from", "to", "value", "source", "confidence"), faults);
            YamlNode valueNode = entries.get("value");
            Object value = valueNode == null ? null : value(valueNode);
            CelType rowType = value == null ? null : type(value);
            if (valueNode != null && (rowType == null || (type != null && !rowType.equals(type)))) {
                faults.add(
                        valueNode,
                        "the value of " + name + " has no type that fits",
                        "use a number, a text, "
                                + "a list of them, or a map from words or whole numbers to numbers, the same in every row");
            }
            type = rowType == null ? type : rowType;
            rows.add(row(entries, value, from));
        }
        checkDates(name, node, rows, from, to);
        return new Parameter(name, type == null ? SimpleType.DYN : type, List.copyOf(rows));
    }

    private Row row(Entries entries, @Nullable Object value, @Nullable LocalDate packFrom) {
        LocalDate from = entries.date("from");
        if (from == null) {
            faults.add(entries.node(), "'from' is missing", "say from which day the value holds");
        }
        return new Row(
                from == null ? Objects.requireNonNullElse(packFrom, LocalDate.EPOCH) : from,
                entries.date("to"),
                value,
                entries.text("source"),
                entries.word("confidence", Confidence.class, Confidence.ASSUMED));
    }

    private void checkDates(
            String name, YamlNode node, List<Row> rows, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<YamlNode> places = node.elements();
        if (from != null && rows.getFirst().from().isAfter(from)) {
            faults.add(places.getFirst(), name + " begins after the pack does", "add the value from " + from);
        }
        for (int i = 1; i < rows.size(); i++) {
            LocalDate expected = PackReader.dayAfter(rows.get(i - 1).to());
            LocalDate begins = rows.get(i).from();
            if (!begins.isAfter(rows.get(i - 1).from()) || (expected != null && begins.isBefore(expected))) {
                faults.add(
                        places.get(i),
                        "the dates of " + name + " overlap",
                        "end the row before on " + begins.minusDays(1));
            } else if (expected != null && begins.isAfter(expected)) {
                faults.add(places.get(i), "the dates of " + name + " have a gap", "begin this row on " + expected);
            }
        }
        LocalDate last = rows.getLast().to();
        if (last != null && (to == null || last.isBefore(to))) {
            faults.add(places.getLast(), name + " ends before the pack does", "leave out 'to' or add a later row");
        }
    }

    private static @Nullable Object value(YamlNode node) {
        Object plain = node.plain();
        return switch (plain) {
            case Map<?, ?> map -> numbers(map);
            case List<?> list ->
                List.copyOf(list.stream().filter(e -> e != null).toList());
            case Number number -> new BigDecimal(number.toString());
            case null, default -> plain;
        };
    }

    private static @Nullable Map<Object, Object> numbers(Map<?, ?> map) {
        boolean whole = map.keySet().stream().allMatch(key -> key.toString().matches("\\d{1,9}"));
        Map<Object, Object> numbers = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getValue() instanceof Number number)) {
                return null;
            }
            Object key = whole
                    ? Long.valueOf(entry.getKey().toString())
                    : entry.getKey().toString();
            numbers.put(key, new BigDecimal(number.toString()));
        }
        return Collections.unmodifiableMap(numbers);
    }

    private static @Nullable CelType type(Object value) {
        return switch (value) {
            case BigDecimal number -> Functions.DECIMAL;
            case String text -> SimpleType.STRING;
            case Boolean yes -> SimpleType.BOOL;
            case Map<?, ?> map -> mapType(map);
            case List<?> list -> listType(list);
            default -> null;
        };
    }

    private static @Nullable CelType mapType(Map<?, ?> map) {
        if (map.isEmpty()) {
            return null;
        }
        boolean whole = map.keySet().iterator().next() instanceof Long;
        return MapType.create(whole ? SimpleType.INT : SimpleType.STRING, Functions.DECIMAL);
    }

    private static @Nullable CelType listType(List<?> list) {
        if (!list.isEmpty() && list.stream().allMatch(Long.class::isInstance)) {
            return ListType.create(SimpleType.INT);
        }
        boolean words = !list.isEmpty() && list.stream().allMatch(String.class::isInstance);
        return words ? ListType.create(SimpleType.STRING) : null;
    }
}
