package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTest {

    @Test
    void absent_null_and_a_value_are_three_different_things() {
        ResidentFacts facts = ContractJson.MAPPER.readValue("""
                {"residentId":"r","version":1,"deceasedOn":null,"birthDate":"1980-02-29","otherBenefits":[]}
                """, ResidentFacts.class);

        assertThat(facts.birthDate()).isEqualTo(Fact.of(LocalDate.of(1980, 2, 29)));
        assertThat(facts.deceasedOn()).isEqualTo(Fact.none());
        assertThat(facts.household()).isEqualTo(Fact.unknown());
        assertThat(facts.otherBenefits()).isEqualTo(Fact.of(List.of()));
    }

    @Test
    void what_is_unknown_is_not_written_and_what_is_known_to_be_none_is_null() {
        String json = """
                {"residentId":"r","version":1,"birthDate":"1980-02-29","deceasedOn":null,"otherBenefits":[]}""";

        String written =
                ContractJson.MAPPER.writeValueAsString(ContractJson.MAPPER.readValue(json, ResidentFacts.class));

        assertThat(written).isEqualTo(json);
    }
}
