package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class ContractJsonTest {

    @Test
    void ignores_members_that_a_newer_producer_added() {
        ResidentFacts facts = read("""
                {"residentId":"r","version":1,"shoeSize":42,
                 "home":{"street":"610103001","floor":{"number":3}},"careNeed":{"needed":true}}
                """);

        assertThat(facts.home()).isEqualTo(Fact.of(new ResidentFacts.Home("610103001", null)));
        assertThat(facts.careNeed()).isEqualTo(Fact.of(new ResidentFacts.CareNeed(true, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            version missing           | {"residentId":"r"}                                                    | version
            residentId null           | {"residentId":null,"version":1}                                       | residentId
            version null              | {"residentId":"r","version":null}                                     | version
            list missing in a part    | {"residentId":"r","version":1,"hukou":{"area":"610103"}}              | previous
            list null in a part       | {"residentId":"r","version":1,"hukou":{"area":"610103","previous":null}} | previous
            member missing in a list  | {"residentId":"r","version":1,"otherBenefits":[{"from":"2020-01-01"}]} | kind
            null in a list            | {"residentId":"r","version":1,"otherBenefits":[null]}                 | null
            null in a part's list     | {"residentId":"r","version":1,"hukou":{"area":"610103","previous":[null]}} | null
            a day that does not exist | {"residentId":"r","version":1,"birthDate":"2025-02-29"}               | 2025-02-29
            a kind nobody knows       | {"residentId":"r","version":1,"sex":"X"}                              | Sex
            a number for an enum      | {"residentId":"r","version":1,"sex":1}                                | Sex
            half a version            | {"residentId":"r","version":1.5}                                      | version
            more than one value       | {"residentId":"r","version":1} {}                                     | trailing
            """)
    void refuses_what_the_records_rule_out(String what, String json, String named) {
        assertThatThrownBy(() -> read(json))
                .as(what)
                .isInstanceOf(JacksonException.class)
                .hasMessageContainingAll(named.equals("trailing") ? "railing" : named);
    }

    private static ResidentFacts read(String json) {
        return ContractJson.MAPPER.readValue(json, ResidentFacts.class);
    }
}
