package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {

    @ParameterizedTest
    @MethodSource("org.huizhu.contracts.Golden#all")
    void reads_and_writes_to_the_same_bytes(Golden golden) {
        Object read = ContractJson.MAPPER.readValue(golden.json(), golden.type());

        assertThat(ContractJson.MAPPER.writeValueAsString(read)).isEqualTo(golden.json());
    }

    @ParameterizedTest
    @MethodSource("org.huizhu.contracts.Golden#all")
    void is_valid(Golden golden) {
        assertThat(SchemaCheck.of(golden.schema()).faults(golden.json())).isEmpty();
    }

    @Test
    void there_is_one_for_each_event_type() {
        List<String> files = Golden.all().stream().map(Golden::name).toList();

        assertThat(files)
                .containsAll(Stream.concat(eventTypes().stream(), Stream.of(EventTypes.DELEGATION_CHANGED))
                        .map(type -> type.replace("org.huizhu.identity.", ""))
                        .toList());
        assertThat(files).contains(EventTypes.decisionsChanged("subsidy").replace("org.huizhu.subsidy.", ""));
    }

    /** Those of the topic of facts. */
    static List<String> eventTypes() {
        return Arrays.stream(EventTypes.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .map(GoldenFilesTest::value)
                .filter(type -> !type.equals(EventTypes.DELEGATION_CHANGED))
                .toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
