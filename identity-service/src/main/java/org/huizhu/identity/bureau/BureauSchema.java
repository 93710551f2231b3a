package org.huizhu.identity.bureau;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huizhu.contracts.ContractJson;
import org.huizhu.platform.problem.Fault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of what bureaus send, and what each event has against it; no fault repeats what was sent. */
@Component
class BureauSchema {

    private static final String FILE = "bureau-events.schema.json";

    private final String text = text();
    private final Map<BureauEventType, Schema> schemas = new EnumMap<>(BureauEventType.class);

    BureauSchema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (BureauEventType type : BureauEventType.values()) {
            ObjectNode schema = (ObjectNode) ContractJson.MAPPER.readTree(text);
            schema.put("$id", schema.get("$id").asString() + ":" + type.type());
            schema.put("$ref", "#/$defs/" + type.type());
            schemas.put(type, registry.getSchema(schema));
        }
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(BureauSchema.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As bureaus are given it. */
    String document() {
        return text;
    }

    List<Fault> faults(BureauEventType type, JsonNode data) {
        List<Fault> faults = new ArrayList<>();
        Objects.requireNonNull(schemas.get(type))
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .forEach(error -> faults.add(fault(error)));
        return faults.stream().distinct().toList();
    }

    private static Fault fault(Error error) {
        String field = field(error);
        return switch (error.getKeyword()) {
            case "required" -> Fault.of(field, "required");
            case "oneOf" -> Fault.of(field, "person-or-household");
            case "enum" -> Fault.of(field, "code-unknown", allowed(error));
            case "additionalProperties" -> Fault.of(field, "member-unknown");
            case "type" -> Fault.of(field, "type-wrong");
            case "format" -> Fault.of(field, "day-malformed");
            default -> Fault.of(field, "value-malformed");
        };
    }

    private static String field(Error error) {
        String path = "data" + error.getInstanceLocation().toString().replace('/', '.');
        return error.getProperty() == null ? path : path + "." + error.getProperty();
    }

    private static String allowed(Error error) {
        JsonNode values = error.getSchemaNode();
        return values == null
                ? ""
                : values.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }
}
