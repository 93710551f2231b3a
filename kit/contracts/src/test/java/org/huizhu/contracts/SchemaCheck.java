package org.huizhu.contracts;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validates with formats asserted; what it finds is said as "where: keyword". */
final class SchemaCheck {

    private static final JsonMapper JSON = new JsonMapper();

    private final Schema schema;

    SchemaCheck(String text) {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(text));
    }

    static SchemaCheck of(Schemas schema) {
        return new SchemaCheck(schema.text());
    }

    List<String> faults(String json) {
        return faults(JSON.readTree(json));
    }

    List<String> faults(JsonNode json) {
        return schema
                .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getKeyword())
                .toList();
    }
}
