package org.huizhu.platform.facts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One resident's facts as they came: {@code json} is the text, {@code facts} the same as nested maps in which an absent
 * name is unknown and {@code null} is known to be none; {@code cause} is the event's type and {@code at} its time.
 * What follows from it goes on with its trace.
 */
public record Snapshot(
        String residentId,
        long version,
        @Nullable String homeArea,
        String json,
        Map<String, @Nullable Object> facts,
        String cause,
        Instant at,
        @Nullable String traceparent) {

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    static Map<String, @Nullable Object> tree(String json) {
        return JsonMapper.shared().readValue(json, TREE);
    }
}
