package org.huizhu.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one version of a pack says otherwise than another: conditions by id, parameters by name, the rest by key. */
public final class PackDifference {
    private static final Set<String> LISTS_BY_ID = Set.of("asks", "conditions", "excludes", "flags");

    private PackDifference() {}

    /**
     * One thing that differs, as plain values of the YAML.
     *
     * @param section the key in the pack, such as {@code conditions}
     * @param id the id or name in it; the key itself where it has no parts
     * @param before null for what was added
     * @param after null for what was removed
     */
    public record Change(
            String section,
            String id,
            @Nullable Object before,
            @Nullable Object after) {}

    /** All that differs, in the order of the keys. */
    public static List<Change> between(Pack before, Pack after) {
        Map<String, YamlNode> was = before.spec().node().entries();
        Map<String, YamlNode> is = after.spec().node().entries();
        List<Change> changes = new ArrayList<>();
        for (String section : both(was, is)) {
            compare(section, parts(section, was.get(section)), parts(section, is.get(section)), changes);
        }
        return changes;
    }

    private static void compare(
            String section, Map<String, @Nullable Object> was, Map<String, @Nullable Object> is, List<Change> changes) {
        for (String id : both(was, is)) {
            if (!Objects.equals(was.get(id), is.get(id))) {
                changes.add(new Change(section, id, was.get(id), is.get(id)));
            }
        }
    }

    private static Map<String, @Nullable Object> parts(String section, @Nullable YamlNode node) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        if (node == null) {
            return parts;
        }
        if (LISTS_BY_ID.contains(section)) {
            for (YamlNode element : node.elements()) {
                YamlNode id = element.entries().get("id");
                parts.put(id == null ? "" : String.valueOf(id.text()), element.plain());
            }
        } else if (node.isMapping() && !section.equals("title") && !section.equals("valid")) {
            node.entries().forEach((name, value) -> parts.put(name, value.plain()));
        } else {
            parts.put(section, node.plain());
        }
        return parts;
    }

    private static Set<String> both(Map<String, ?> was, Map<String, ?> is) {
        Set<String> keys = new LinkedHashSet<>(is.keySet());
        keys.addAll(was.keySet());
        return keys;
    }
}
