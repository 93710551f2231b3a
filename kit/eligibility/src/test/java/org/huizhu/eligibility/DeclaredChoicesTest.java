package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each declared choice of the two subsidies is one word away from its alternative. */
class DeclaredChoicesTest {
    private static final String PERSON = """
            {'birthDate': '2008-03-01', 'deceasedOn': null, 'hukou': {'area': '610103'}, 'otherBenefits': [],
             'imprisonment': [], 'careNeed': null, 'household': {'income': 'DIBAO'},
             'certificate': {'status': 'ACTIVE', 'category': 'LIMB', 'level': 2, 'components': [],
                             'issuedOn': '2020-01-01', 'expiresOn': '2030-01-01'}}
            """;

    @Test
    void d3_the_minor_rate_for_the_whole_year_or_until_the_birthday() {
        assertThat(amount("living-subsidy", PERSON, "", "")).isEqualTo("110.00");
        assertThat(amount("living-subsidy", PERSON, "D-3: january-age-lock", "D-3: month-after-birthday"))
                .isEqualTo("100.00");
    }

    @Test
    void d14_adults_with_hearing_disability_alone_need_a_finding_or_not() {
        String person = PERSON.replace("LIMB", "HEARING");

        assertThat(amount("care-subsidy", person, "", "")).isEqualTo("none");
        assertThat(amount("care-subsidy", person, "D-14: care-need-finding", "D-14: by-level"))
                .isEqualTo("80.00");
    }

    @Test
    void d15_hearing_and_speech_together_count_as_sole_or_not() {
        String person = PERSON.replace("LIMB", "MULTIPLE")
                .replace("'components': []", "'components': [{'category': 'HEARING', 'level': 2}]");

        assertThat(amount("care-subsidy", person, "", "")).isEqualTo("80.00");
        assertThat(amount("care-subsidy", person, "D-15: not-sole", "D-15: as-sole"))
                .isEqualTo("none");
    }

    @Test
    void d16_the_care_need_of_others_is_presumed_or_must_be_found() {
        assertThat(amount("care-subsidy", PERSON, "", "")).isEqualTo("80.00");
        assertThat(amount("care-subsidy", PERSON, "D-16: presumed", "D-16: finding-required"))
                .isEqualTo("none");
    }

    private static String amount(String programme, String person, String choice, String instead) {
        List<PackSource> sources = House.sources().stream()
                .map(source -> new PackSource(
                        source.file(),
                        choice.isEmpty() ? source.text() : source.text().replace(choice, instead)))
                .toList();
        Map<String, Object> facts = Packs.facts(person);
        Assessment assessment = RulePacks.load(House.RESIDENTS, sources)
                .assess(programme, facts, LocalDate.of(2026, 11, 23))
                .orElseThrow();
        return assessment.amount() == null
                ? "none"
                : String.valueOf(assessment.amount().yuan());
    }
}
