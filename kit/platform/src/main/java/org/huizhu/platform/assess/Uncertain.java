package org.huizhu.platform.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a pack is not verified: conditions and amounts without an official text, and choices where sources are silent. */
final class Uncertain {

    private static final String VERIFIED = "verified";

    private final Map<String, @Nullable Object> pack;

    Uncertain(Map<String, @Nullable Object> pack) {
        this.pack = pack;
    }

    List<Map<String, @Nullable Object>> list() {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Map<String, @Nullable Object> condition : PackParts.conditions(pack)) {
            if (!VERIFIED.equals(condition.get("confidence"))) {
                Map<String, @Nullable Object> entry = entry("condition", condition.get("id"));
                entry.put("confidence", condition.get("confidence"));
                list.add(entry);
            }
        }
        for (var parameter : PackParts.parameters(pack).entrySet()) {
            for (Map<String, @Nullable Object> row : parameter.getValue()) {
                if (row.get("value") == null || !VERIFIED.equals(row.get("confidence"))) {
                    list.add(amount(parameter.getKey(), row));
                }
            }
        }
        PackParts.decisions(pack).forEach((id, choice) -> {
            Map<String, @Nullable Object> entry = entry("decision", id);
            entry.put("choice", choice);
            list.add(entry);
        });
        return list;
    }

    private static Map<String, @Nullable Object> amount(String name, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> entry = entry("amount", name);
        entry.put("from", row.get("from"));
        entry.put("confidence", row.get("confidence"));
        entry.put("toBeConfirmed", row.get("value") == null);
        return entry;
    }

    private static Map<String, @Nullable Object> entry(String what, @Nullable Object id) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("what", what);
        entry.put("id", id);
        return entry;
    }
}
