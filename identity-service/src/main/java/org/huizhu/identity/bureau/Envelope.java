package org.huizhu.identity.bureau;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.huizhu.contracts.ContractJson;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * CloudEvents 1.0 as HTTP brings them: in the structured mode, as a batch, or in the binary mode with its attributes as
 * headers {@code ce-…}. Each becomes one JSON object of attributes and data; nothing of it is checked.
 */
final class Envelope {

    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    private static final int MOST = 1_000;
    private static final List<String> ATTRIBUTES = List.of("specversion", "id", "source", "type", "time", "subject");

    private Envelope() {}

    static boolean isBatch(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(BATCH);
    }

    static List<JsonNode> read(HttpHeaders headers, @Nullable String contentType, byte[] body) {
        JsonNode json = json(body);
        if (isBatch(contentType)) {
            if (!json.isArray() || json.isEmpty() || json.size() > MOST) {
                throw new Problem(HttpStatus.BAD_REQUEST, "batch-size", MOST);
            }
            List<JsonNode> events = new ArrayList<>();
            json.forEach(events::add);
            return events;
        }
        return List.of(contentType != null && contentType.startsWith(STRUCTURED) ? json : binary(headers, json));
    }

    private static JsonNode json(byte[] body) {
        try {
            return ContractJson.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException malformed) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "not-json",
                    malformed.getLocation().getLineNr(),
                    malformed.getLocation().getColumnNr());
        }
    }

    private static JsonNode binary(HttpHeaders headers, JsonNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (String attribute : ATTRIBUTES) {
            String value = headers.getFirst("ce-" + attribute);
            if (value != null) {
                event.put(attribute, value);
            }
        }
        event.set("data", data);
        return event;
    }
}
