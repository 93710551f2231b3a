package org.huizhu.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What in a new schema breaks those who read or write by the released one. Only words for people may change, and
 * optional members (with definitions for them) may be added.
 */
final class SchemaCompatibility {

    private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples");

    private final List<String> breaks = new ArrayList<>();

    static List<String> breaks(JsonNode released, JsonNode next) {
        SchemaCompatibility check = new SchemaCompatibility();
        check.compare("#", released, next);
        return check.breaks;
    }

    private void compare(String where, JsonNode released, JsonNode next) {
        if (!released.isObject() || !next.isObject()) {
            if (!sameSet(released, next)) {
                breaks.add("%s was %s and is %s".formatted(where, released, next));
            }
            return;
        }
        Set<String> keywords = new TreeSet<>(released.propertyNames());
        keywords.addAll(next.propertyNames());
        keywords.removeAll(WORDS);
        for (String keyword : keywords) {
            String here = where + "/" + keyword;
            if (keyword.equals("properties") || keyword.equals("$defs")) {
                compareNamed(here, released.path(keyword), next.path(keyword));
            } else if (!next.has(keyword)) {
                breaks.add(here + " was dropped");
            } else if (!released.has(keyword)) {
                breaks.add(here + " is new");
            } else {
                compare(here, released.get(keyword), next.get(keyword));
            }
        }
    }

    private void compareNamed(String where, JsonNode released, JsonNode next) {
        for (String name : released.propertyNames()) {
            if (next.has(name)) {
                compare(where + "/" + name, released.get(name), next.get(name));
            } else {
                breaks.add(where + "/" + name + " was dropped");
            }
        }
    }

    private static boolean sameSet(JsonNode released, JsonNode next) {
        if (released.isArray() && next.isArray()) {
            return Set.copyOf(released.valueStream().toList())
                    .equals(Set.copyOf(next.valueStream().toList()));
        }
        return released.equals(next);
    }
}
