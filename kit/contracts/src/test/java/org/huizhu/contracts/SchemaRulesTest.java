package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each rule of the schemas refuses something. */
class SchemaRulesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> PERSONAL = List.of(
            "11010519491231002X",
            "11010519491231002X42",
            "610103198604120012",
            "19900001234",
            "+86 199-0000-1234",
            "张三",
            "Zhang San",
            "西安市碑林区南院门街道12号",
            "6222020200012345678",
            "F20.0");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            household.income-changed | /residentId                     | "R-1"         | pattern
            household.income-changed | /version                        | 0             | minimum
            household.income-changed | /version                        | "8"           | type
            household.income-changed | /birthDate                      | null          | type
            household.income-changed | /birthDate                      | "2025-02-29"  | format
            household.income-changed | /birthDate                      | "20250228"    | pattern
            household.income-changed | /sex                            | "X"           | enum
            household.income-changed | /deceasedOn                     | "yesterday"   | format
            household.income-changed | /hukou/area                     | "61010300"    | pattern
            household.income-changed | /hukou/since                    | null          | type
            household.income-changed | /home/street                    | "610103"      | pattern
            household.income-changed | /home/community                 | "610103001"   | pattern
            household.income-changed | /certificate/status             | "EXPIRING"    | enum
            household.income-changed | /certificate/category           | "VISUAL"      | enum
            household.income-changed | /certificate/level              | 0             | minimum
            household.income-changed | /certificate/level              | 5             | maximum
            household.income-changed | /certificate/components         | null          | type
            household.income-changed | /household/id                   | "610103-0001" | pattern
            household.income-changed | /household/income               | "POOR"        | enum
            household.income-changed | /household/disabledMembers      | -1            | minimum
            household.income-changed | /household/elderCarer           | "yes"         | type
            household.income-changed | /otherBenefits/0/kind           | "PENSION"     | enum
            household.income-changed | /otherBenefits/0/monthly        | -0.01         | minimum
            household.income-changed | /otherBenefits/0/from           | null          | type
            household.income-changed | /careNeed/needed                | null          | type
            household.income-changed | /employment/status              | "FARMER"      | enum
            household.income-changed | /schooling/stage                | "UNIVERSITY"  | enum
            resident.updated         | /guardian/kind                  | "FRIEND"      | enum
            resident.updated         | /hukou/previous/0/to            | null          | type
            facts.parts-with-unknowns | /schooling/placement           | "NOWHERE"     | enum
            certificate.level-changed | /certificate/components/0/level | 9            | maximum
            certificate-matter.notice-ended | /kind                    | "BUY"         | enum
            certificate-matter.notice-ended | /step                    | "LOST"        | enum
            certificate-matter.notice-ended | /matterId                | "M-1"         | pattern
            certificate-matter.notice-ended | /area                    | "610103"      | pattern
            certificate-matter.notice-ended | /dueOn                   | "2026-11-31"  | format
            certificate-matter.notice-ended | /version                 | 0             | minimum
            decisions.changed        | /decisions/1/outcome            | "MAYBE"       | enum
            decisions.changed        | /decisions/0/previousOutcome    | null          | type
            decisions.changed        | /decisions/0/programme          | "LivingSubsidy" | pattern
            decisions.changed        | /decisions/0/pack               | "2024"        | pattern
            decisions.changed        | /asOf                           | "2026-11-31"  | format
            decisions.changed        | /decisions/0/amountYuan         | -1            | minimum
            decisions.changed        | /decisions/0/amountYuan         | "100.00"      | type
            decisions.changed        | /decisions/0/period             | "Month"       | pattern
            decisions.changed        | /factsVersion                   | 0             | minimum
            audit.anchored           | /sequence                       | 0             | minimum
            audit.anchored           | /hash                           | "66C7"        | pattern
            audit.anchored           | /service                        | "weather"     | enum
            audit.anchored           | /at                             | "2026-11-24"  | format
            delegation.changed       | /version                        | 0             | minimum
            delegation.changed       | /delegations                    | null          | type
            delegation.changed       | /delegations/0/account          | "zhang-san"   | pattern
            delegation.changed       | /delegations/0/scopes/0         | "EVERYTHING"  | enum
            delegation.changed       | /delegations/0/from             | "2026-11-24"  | format
            delegation.changed       | /delegations/0/until            | "2026-11-24T06:00:00+08:00" | pattern
            """)
    void refuses_a_wrong_value(String golden, String where, String value, String keyword) {
        Golden file = Golden.named(golden);
        JsonNode json = JSON.readTree(file.json());
        set(json, JsonPointer.compile(where), JSON.readTree(value));

        List<String> faults = SchemaCheck.of(file.schema()).faults(json);

        assertThat(faults).contains(where + ": " + keyword);
    }

    @TestFactory
    Stream<DynamicTest> refuses_a_member_it_does_not_know_at_any_level() {
        return Golden.all().stream()
                .flatMap(file -> objects(JSON.readTree(file.json())).stream()
                        .map(where -> DynamicTest.dynamicTest(file + " " + where, () -> {
                            JsonNode json = JSON.readTree(file.json());
                            ((ObjectNode) json.at(where)).put("idNumber", "11010519491231002X");

                            assertThat(SchemaCheck.of(file.schema()).faults(json))
                                    .contains(where + ": additionalProperties");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> has_no_text_that_could_hold_personal_data() {
        return Golden.all().stream()
                .flatMap(file -> texts(JSON.readTree(file.json())).stream()
                        .map(where -> DynamicTest.dynamicTest(file + " " + where, () -> {
                            SchemaCheck check = SchemaCheck.of(file.schema());
                            for (String personal : PERSONAL) {
                                JsonNode json = JSON.readTree(file.json());
                                set(json, where, JSON.getNodeFactory().stringNode(personal));

                                assertThat(check.faults(json)).as(personal).isNotEmpty();
                            }
                        })));
    }

    private static void set(JsonNode json, JsonPointer where, JsonNode value) {
        JsonNode parent = json.at(where.head());
        if (parent instanceof ArrayNode array) {
            array.set(where.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(where.last().getMatchingProperty(), value);
        }
    }

    private static List<JsonPointer> objects(JsonNode json) {
        return everything(JsonPointer.empty(), json).stream()
                .filter(where -> json.at(where).isObject())
                .toList();
    }

    private static List<JsonPointer> texts(JsonNode json) {
        return everything(JsonPointer.empty(), json).stream()
                .filter(where -> json.at(where).isString())
                .toList();
    }

    private static List<JsonPointer> everything(JsonPointer here, JsonNode json) {
        List<JsonPointer> found = new ArrayList<>(List.of(here));
        json.properties()
                .forEach(member -> found.addAll(everything(here.appendProperty(member.getKey()), member.getValue())));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            found.addAll(everything(here.appendIndex(i), json.get(i)));
        }
        return found;
    }
}
