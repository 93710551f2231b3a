package org.huizhu.platform.facts;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.huizhu.contracts.CloudEventHeaders;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts;
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

    static Snapshot read(String json, CloudEventHeaders event) {
        ResidentFacts facts = ContractJson.MAPPER.readValue(json, ResidentFacts.class);
        return new Snapshot(
                facts.residentId(),
                facts.version(),
                homeArea(facts.home()),
                json,
                tree(json),
                event.type(),
                event.time(),
                event.traceparent());
    }

    private static @Nullable String homeArea(Fact<ResidentFacts.Home> home) {
        return home.asOptional()
                .map(known -> Objects.requireNonNullElse(known.community(), known.street()))
                .orElse(null);
    }
}
