package org.huizhu.platform.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an explanation finds the facts that a condition read. */
@FunctionalInterface
interface FactsRead {

    /** Adds what is known under a path; nothing where nothing is known. */
    void add(String path, Map<String, @Nullable Object> to);

    /** As a trace kept them, by path. */
    static FactsRead kept(Map<?, ?> facts) {
        return (path, to) -> {
            if (facts.containsKey(path)) {
                to.put(path, facts.get(path));
            }
        };
    }

    /** In the facts themselves, as rules read them: what lies below something that is known to be none is none too. */
    static FactsRead in(Map<String, @Nullable Object> facts) {
        return (path, to) -> {
            Object current = facts;
            for (String name : path.split("\\.", -1)) {
                if (current == null) {
                    break;
                }
                if (!(current instanceof Map<?, ?> map) || !map.containsKey(name)) {
                    return;
                }
                current = map.get(name);
            }
            to.put(path, current);
        };
    }

    /** Of all paths in a list as wordings keep it. */
    default Map<String, @Nullable Object> of(@Nullable Object paths) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        if (paths instanceof List<?> list) {
            list.forEach(path -> add(String.valueOf(path), read));
        }
        return read;
    }
}
