package org.huizhu.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.eligibility.FactField.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a JSON Schema into the list of facts it describes; a member marked {@code "x-rules": false} is none. */
final class SchemaFields {
    private final JsonNode root;
    private final Map<String, FactField> fields = new LinkedHashMap<>();

    SchemaFields(JsonNode root) {
        this.root = root;
    }

    Map<String, FactField> read() {
        properties(root, List.of());
        return fields;
    }

    private void properties(JsonNode schema, List<String> parents) {
        resolve(schema).path("properties").properties().forEach(property -> {
            List<String> keys = new ArrayList<>(parents);
            keys.add(property.getKey());
            FactField field = field(keys, property.getValue());
            if (field != null) {
                fields.put(field.path(), field);
                if (field.kind() == Kind.GROUP) {
                    properties(property.getValue(), keys);
                }
            }
        });
    }

    private @Nullable FactField field(List<String> keys, JsonNode unresolved) {
        JsonNode schema = resolve(unresolved);
        if (!unresolved.path("x-rules").asBoolean(true)) {
            return null;
        }
        String path = String.join(".", keys);
        return switch (type(schema)) {
            case "string" -> new FactField(path, List.copyOf(keys), text(schema), words(schema), Map.of());
            case "integer" -> new FactField(path, List.copyOf(keys), Kind.INTEGER, Set.of(), Map.of());
            case "number" -> new FactField(path, List.copyOf(keys), Kind.NUMBER, Set.of(), Map.of());
            case "boolean" -> new FactField(path, List.copyOf(keys), Kind.BOOLEAN, Set.of(), Map.of());
            case "object" -> new FactField(path, List.copyOf(keys), Kind.GROUP, Set.of(), Map.of());
            case "array" -> list(path, keys, resolve(schema.path("items")));
            default -> null;
        };
    }

    private FactField list(String path, List<String> keys, JsonNode element) {
        if (!type(element).equals("object")) {
            return new FactField(path, List.copyOf(keys), Kind.TEXTS, words(element), Map.of());
        }
        Map<String, FactField> items = new LinkedHashMap<>();
        element.path("properties").properties().forEach(property -> {
            List<String> itemKeys = new ArrayList<>(keys);
            itemKeys.add(property.getKey());
            FactField item = field(itemKeys, property.getValue());
            if (item != null) {
                items.put(property.getKey(), item);
            }
        });
        return new FactField(path, List.copyOf(keys), Kind.OBJECTS, Set.of(), items);
    }

    private static Kind text(JsonNode schema) {
        return schema.path("format").asString("").equals("date") ? Kind.DATE : Kind.TEXT;
    }

    private static Set<String> words(JsonNode schema) {
        Set<String> words = new LinkedHashSet<>();
        schema.path("enum").forEach(word -> {
            if (word.isString()) {
                words.add(word.asString());
            }
        });
        return words;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asString("").equals("null")) {
                    return one.asString("");
                }
            }
        }
        if (type.isString()) {
            return type.asString("");
        }
        return schema.has("properties") ? "object" : schema.has("enum") ? "string" : "";
    }

    /** Follows {@code $ref}, and of {@code anyOf: [x, null]} takes x. */
    private JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(root.at(schema.path("$ref").asString("").substring(1)));
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            for (JsonNode one : schema.path(choice)) {
                if (!one.path("type").asString("").equals("null")) {
                    return resolve(one);
                }
            }
        }
        return schema;
    }
}
