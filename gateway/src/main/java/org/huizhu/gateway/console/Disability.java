package org.huizhu.gateway.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a certificate is to say, as it was chosen in a form: category, level, and for a multiple one its parts. */
public record Disability(String category, String level, Map<String, String> parts) {

    /** Every category; the last one is several of the others. */
    public static final List<String> CATEGORIES =
            List.of("VISION", "HEARING", "SPEECH", "LIMB", "INTELLECTUAL", "MENTAL", "MULTIPLE");

    /** Those that can be part of a multiple one; the fields of forms are called so in lower case. */
    public static final List<String> PARTS = CATEGORIES.subList(0, CATEGORIES.size() - 1);

    /** Written into the body of a request, as far as it was chosen. */
    public void into(Map<String, Object> body) {
        if (!category.isEmpty()) {
            body.put("category", category);
        }
        if (!level.isEmpty()) {
            body.put("level", Integer.parseInt(level));
        }
        List<Map<String, Object>> components = new ArrayList<>();
        for (String part : PARTS) {
            String chosen = parts.getOrDefault(part.toLowerCase(Locale.ROOT), "");
            if (!chosen.isEmpty()) {
                Map<String, Object> component = new LinkedHashMap<>();
                component.put("category", part);
                component.put("level", Integer.parseInt(chosen));
                components.add(component);
            }
        }
        if (!components.isEmpty()) {
            body.put("components", components);
        }
    }

    /** A level that nobody can have chosen is none. */
    public static String level(String typed) {
        return typed.matches("[1-4]") ? typed : "";
    }
}
