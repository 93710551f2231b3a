package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who still runs the last release must be able to read what we write now, and we what they wrote. */
class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @MethodSource("released")
    void the_schema_now_only_adds_optional_members(Path released) throws IOException {
        JsonNode then = JSON.readTree(Files.readString(released));

        assertThat(SchemaCompatibility.breaks(then, JSON.readTree(now(released).text())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("released")
    void what_was_valid_at_release_can_still_be_read(Path released) throws IOException {
        SchemaCheck then = new SchemaCheck(Files.readString(released));
        SchemaCheck now = SchemaCheck.of(now(released));

        List<Golden> validThen = Golden.all().stream()
                .filter(golden -> golden.schema() == now(released))
                .filter(golden -> then.faults(golden.json()).isEmpty())
                .toList();

        assertThat(validThen).isNotEmpty().allSatisfy(golden -> {
            assertThat(now.faults(golden.json())).isEmpty();
            assertThat(ContractJson.MAPPER.readValue(golden.json(), golden.type()))
                    .isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /properties      | sex           | -                     | #/properties/sex was dropped
            /properties/sex  | enum          | ["M","F","U"]         | #/properties/sex/enum was ["M","F"] and is ["M","F","U"]
            /properties/version | minimum    | -                     | #/properties/version/minimum was dropped
            /properties/version | maximum    | 9                     | #/properties/version/maximum is new
            /$defs/home      | required      | ["street","community"] | #/$defs/home/required was ["street"] and is ["street","community"]
            /$defs/home      | additionalProperties | true           | #/$defs/home/additionalProperties was false and is true
            /$defs/home/properties | community | {"$ref":"#/$defs/area"} | #/$defs/home/properties/community/$ref is new
            /$defs           | area          | -                     | #/$defs/area was dropped
            """)
    void the_check_finds_what_breaks(String where, String member, String value, String found) {
        JsonNode next = changed(where, member, value);

        assertThat(SchemaCompatibility.breaks(JSON.readTree(Schemas.RESIDENT_FACTS.text()), next))
                .contains(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /properties            | pension     | {"type":"boolean"}
            /$defs/home/properties | floor       | {"type":"integer"}
            /$defs                 | pension     | {"type":"object"}
            /properties/sex        | description | "As the number says."
            /properties/sex        | enum        | ["F","M"]
            """)
    void the_check_lets_pass_what_does_not(String where, String member, String value) {
        JsonNode next = changed(where, member, value);

        assertThat(SchemaCompatibility.breaks(JSON.readTree(Schemas.RESIDENT_FACTS.text()), next))
                .isEmpty();
    }

    static Stream<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".schema.json")).sorted().toList().stream();
        }
    }

    private static JsonNode changed(String where, String member, String value) {
        JsonNode schema = JSON.readTree(Schemas.RESIDENT_FACTS.text());
        ObjectNode object = (ObjectNode) schema.at(where);
        if (value.equals("-")) {
            object.remove(member);
        } else {
            object.set(member, JSON.readTree(value));
        }
        return schema;
    }

    private static Schemas now(Path released) {
        if (released.endsWith("certificate-matter.schema.json")) {
            return Schemas.CERTIFICATE_MATTER;
        }
        return released.endsWith("resident-facts.schema.json") ? Schemas.RESIDENT_FACTS : Schemas.DECISIONS_CHANGED;
    }
}
