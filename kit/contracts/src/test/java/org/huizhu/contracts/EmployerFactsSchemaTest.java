package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EmployerFactsSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaCheck CHECK = SchemaCheck.of(Schemas.EMPLOYER_FACTS);
    private static final String UNIT = """
            {"employerId": "0197f3a2-6c1e-7a44-9d0b-3f5a1c2b4d6e", "version": 3, "year": 2025, "kind": "ENTERPRISE",
             "tier": "COUNTY", "area": "610103", "foundedOn": "2015-03-01", "concentrated": false, "posts": null,
             "staff": 100.5, "averageWage": 80000.4, "disabled": {"naturalHeads": 1.5, "heavyHeads": 0},
             "declaredOn": null}
            """;

    @Test
    void a_unit_with_all_facts_and_one_with_only_what_is_required_are_valid() {
        ObjectNode little = JSON.createObjectNode();
        little.set("employerId", JSON.readTree(UNIT).get("employerId"));
        little.put("version", 1);

        assertThat(CHECK.faults(UNIT)).isEmpty();
        assertThat(CHECK.faults(little)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            employerId   | "916101037000000000"     | pattern
            version      | 0                        | minimum
            kind         | "PUBLIC"                 | enum
            area         | "西安市碑林区"             | pattern
            foundedOn    | "2015"                   | format
            posts        | 66.5                     | type
            staff        | -1                       | minimum
            staff        | "100"                    | type
            disabled     | {"naturalHeads": 1}      | required
            disabled     | {"naturalHeads": 1, "heavyHeads": 0, "names": ["张三"]} | additionalProperties
            declaredOn   | "2026-02-30"             | format
            contact      | "19900001234"            | additionalProperties
            """)
    void each_rule_refuses_something(String member, String value, String keyword) {
        ObjectNode unit = (ObjectNode) JSON.readTree(UNIT);
        unit.set(member, JSON.readTree(value));

        assertThat(CHECK.faults(unit)).anySatisfy(fault -> assertThat(fault).endsWith(keyword));
    }

    @Test
    void no_text_could_hold_personal_data() {
        JsonNode schema = JSON.readTree(Schemas.EMPLOYER_FACTS.text());

        assertThat(texts(schema))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(text.has("enum") || text.has("pattern")).isTrue());
    }

    private static List<JsonNode> texts(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>();
        if (schema.path("type").asString("").equals("string")) {
            found.add(schema);
        }
        schema.valueStream().forEach(child -> found.addAll(texts(child)));
        return found;
    }
}
