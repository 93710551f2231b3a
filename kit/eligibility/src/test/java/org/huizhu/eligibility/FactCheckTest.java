package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizhu.eligibility.Packs.HEAD;
import static org.huizhu.eligibility.Packs.conditions;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FactCheckTest {

    private static final String ASKS = """
            asks:
              - {id: device, type: choice, question: {zh: 器具, en: Device}, options: {chair: {zh: 轮椅, en: Chair}}}
              - {id: price, type: number, question: {zh: 价格, en: Price}, min: 1, max: 500}
              - {id: needed, type: boolean, question: {zh: 需要, en: Needed}}
            """;

    @Test
    void finds_nothing_wrong_in_partial_facts_with_nulls_and_empty_lists() {
        assertThat(faults("""
                {"birthDate":"1985-06-15","deceasedOn":null,"certificate":{"level":2},"otherBenefits":[],
                 "imprisonment":[{"from":"2020-01-01","to":null}],"household":{"income":"DIBAO","elderCarer":true}}""")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'birthdate':'1985-06-15'} | birthdate | UNKNOWN | birthDate",
                "{'hukou':{'aera':'610103'}} | hukou.aera | UNKNOWN | hukou.area",
                "{'level':2} | level | UNKNOWN | certificate.level",
                "{'certificate':{'levels':2}} | certificate.levels | UNKNOWN | certificate.level",
                "{'birthDate':'1985-6-15'} | birthDate | NOT_DATE |",
                "{'birthDate':'+99999-01-01'} | birthDate | NOT_DATE |",
                "{'birthDate':19850615} | birthDate | NOT_DATE |",
                "{'hukou':'610103'} | hukou | NOT_GROUP |",
                "{'hukou':{'area':610103}} | hukou.area | NOT_TEXT |",
                "{'certificate':{'level':'2'}} | certificate.level | NOT_INTEGER |",
                "{'certificate':{'level':2.5}} | certificate.level | NOT_INTEGER |",
                "{'certificate':{'level':99999999999999999999}} | certificate.level | NOT_INTEGER |",
                "{'household':{'elderCarer':'yes'}} | household.elderCarer | NOT_BOOLEAN |",
                "{'household':{'income':'POOR'}} | household.income | NOT_A_WORD | DIBAO",
                "{'otherBenefits':{}} | otherBenefits | NOT_OBJECTS |",
                "{'otherBenefits':[1]} | otherBenefits[0] | NOT_GROUP |",
                "{'otherBenefits':[{'kinds':'ORPHAN'}]} | otherBenefits[0].kinds | UNKNOWN | kind",
                "{'otherBenefits':[{'kind':'ORPHANS'}]} | otherBenefits[0].kind | NOT_A_WORD | ORPHAN",
                "{'otherBenefits':[{'monthly':1e999}]} | otherBenefits[0].monthly | NOT_NUMBER |",
                "{'otherBenefits':[{'monthly':1e300}]} | otherBenefits[0].monthly | OUT_OF_BOUNDS | -1000000000000"
            })
    void names_the_path_and_what_should_stand_there(String facts, String path, FactFault.Kind kind, String option) {
        assertThat(faults(facts.replace('\'', '"'))).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.kind()).isEqualTo(kind);
            if (option == null) {
                assertThat(fault.options()).isEmpty();
            } else {
                assertThat(fault.options()).contains(option);
            }
        });
    }

    @Test
    void lists_every_fault_but_not_without_end_and_no_list_that_is_longer_than_anybodys() {
        assertThat(faults("{\"a\":1,\"b\":2,\"birthDate\":3}")).hasSize(3);
        assertThat(FactCheck.facts(House.RESIDENTS, Map.of("otherBenefits", Collections.nCopies(2_000, 1))))
                .extracting(FactFault::kind)
                .containsExactly(FactFault.Kind.TOO_MANY);
        assertThat(FactCheck.facts(
                        House.RESIDENTS, Map.of("otherBenefits", Collections.nCopies(50, Map.of("x", 1, "y", 1)))))
                .hasSize(50);
    }

    @Test
    void holds_answers_against_the_questions_of_their_pack() {
        Pack pack = Packs.load(HEAD, ASKS, conditions("answers.device == \"chair\""))
                .packs()
                .getFirst();

        assertThat(FactCheck.answers(pack, Map.of("device", "chair", "price", 20, "needed", false)))
                .isEmpty();
        assertThat(FactCheck.answers(pack, Map.of("device", "car", "price", 501, "need", true, "needed", 1)))
                .extracting(fault -> fault.path() + " " + fault.kind() + " " + fault.options())
                .containsExactlyInAnyOrder(
                        "answers.sample.device NOT_A_WORD [chair]",
                        "answers.sample.price OUT_OF_BOUNDS [1, 500]",
                        "answers.sample.need UNKNOWN [needed]",
                        "answers.sample.needed NOT_BOOLEAN []");
    }

    private static List<FactFault> faults(String json) {
        return FactCheck.facts(House.RESIDENTS, JsonMapper.shared().readValue(json, Map.class));
    }
}
