package org.huizhu.eligibility;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One element of a list fact, such as one other benefit; a field that is absent is unknown. */
final class FactItem extends AbstractMap<String, Object> {
    private final FactField list;
    private final Map<String, Object> known = new HashMap<>();

    FactItem(FactField list, Map<?, ?> json) {
        this.list = list;
        list.items().forEach((name, field) -> {
            if (json.containsKey(name)) {
                known.put(name, field.convert(json.get(name)));
            }
        });
    }

    Collection<Object> known() {
        return known.values();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        Object value = known.get(key);
        return value == null && list.items().containsKey(key) ? list.unknownItem() : value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return list.items().containsKey(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Set<Entry<String, Object>> entries = new HashSet<>();
        for (String name : list.items().keySet()) {
            Object value = known.get(name);
            entries.add(Map.entry(name, value == null ? list.unknownItem() : value));
        }
        return entries;
    }
}
