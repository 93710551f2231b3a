package org.huizhu.gateway.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huizhu.gateway.me.Part.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who looked at a file, from all services, the newest first.
 *
 * @param services whether each could answer; the reads of one that could not are missing here and come on a later try
 * @param reads as the services wrote them, each with the name of its service
 * @param before where the next page begins; absent behind the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reads(
        List<ServiceStatus> services,
        List<JsonNode> reads,
        @Nullable String before) {

    record ServiceStatus(String service, Status status) {}

    private record Item(String service, long id, Instant at, ObjectNode json) {}

    /** Merges pages of {@code size} that were asked from {@code cursor} on. */
    static Reads merge(List<Part> parts, Cursor cursor, int size) {
        List<Item> items = new ArrayList<>();
        Set<String> more = new HashSet<>();
        for (Part part : parts) {
            JsonNode answer = part.answer();
            if (answer != null) {
                answer.path("reads").forEach(read -> items.add(item(part.service(), read)));
                if (!answer.path("before").isNull() && !answer.path("before").isMissingNode()) {
                    more.add(part.service());
                }
            }
        }
        items.sort(Comparator.comparing(Item::at).reversed().thenComparing(Item::service));
        List<Item> page = items.subList(0, Math.min(size, items.size()));
        boolean last = page.size() == items.size() && more.isEmpty();
        return new Reads(
                parts.stream()
                        .map(part -> new ServiceStatus(part.service(), part.status()))
                        .toList(),
                page.stream().map(Item::json).map(JsonNode.class::cast).toList(),
                last ? null : next(cursor, page).text());
    }

    private static Cursor next(Cursor cursor, List<Item> page) {
        Map<String, Long> before = new TreeMap<>(cursor.before());
        Map<String, Long> shown = new HashMap<>();
        page.forEach(item -> shown.put(item.service(), item.id()));
        before.putAll(shown);
        return new Cursor(before);
    }

    private static Item item(String service, JsonNode read) {
        ObjectNode json = ((ObjectNode) read).deepCopy();
        json.put("service", service);
        return new Item(
                service, read.path("id").asLong(), Instant.parse(read.path("at").asString()), json);
    }
}
