package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.huizhu.contracts.ResidentFacts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the contract lets a fact be, the portal can say it: a new fact without words breaks the build. */
class FactWordsTest {

    private final JsonNode schema = schema();
    private final List<String> keys = new ArrayList<>();

    @Test
    void every_fact_and_every_value_of_the_contract_has_its_words() throws IOException {
        collect("", schema);

        var words = new Properties();
        words.load(new InputStreamReader(
                FactWordsTest.class.getResourceAsStream("/messages/words.properties"), StandardCharsets.UTF_8));
        assertThat(keys).contains("fact.certificate.level", "value.income.DIBAO", "fact.otherBenefits.kind");
        assertThat(words.stringPropertyNames()).containsAll(keys);
    }

    private void collect(String path, JsonNode node) {
        JsonNode resolved = resolve(node);
        resolved.path("anyOf").forEach(alternative -> collect(path, alternative));
        resolved.path("enum").forEach(value -> keys.add("value." + last(path) + "." + value.asString()));
        resolved.path("properties")
                .propertyStream()
                .filter(FactWordsTest::isForRules)
                .forEach(property -> {
                    String child = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                    keys.add("fact." + child);
                    collect(child, property.getValue());
                });
        if (resolved.has("items")) {
            collect(path, resolved.get("items"));
        }
    }

    /** What no rule reads is shown to nobody as a reason. */
    private static boolean isForRules(Map.Entry<String, JsonNode> property) {
        return property.getValue().path("x-rules").asBoolean(true);
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? schema.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static JsonNode schema() {
        return JsonMapper.shared()
                .readTree(ResidentFacts.class.getResourceAsStream("/org/huizhu/contracts/resident-facts.schema.json"));
    }
}
