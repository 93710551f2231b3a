package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizhu.eligibility.Packs.HEAD;
import static org.huizhu.eligibility.Packs.TODAY;
import static org.huizhu.eligibility.Packs.assess;
import static org.huizhu.eligibility.Packs.conditions;
import static org.huizhu.eligibility.Packs.exclusions;
import static org.huizhu.eligibility.Packs.facts;
import static org.huizhu.eligibility.Packs.load;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {
    private static final String LEVEL = "certificate.level <= 2";
    private static final String DIBAO = "household.income == \"DIBAO\"";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    certificate.level <= 2                       | {}                                   | UNKNOWN
                    certificate.level <= 2                       | {'certificate': {}}                  | UNKNOWN
                    certificate.level <= 2                       | {'certificate': {'level': 2}}        | MET
                    certificate.level <= 2                       | {'certificate': {'level': 3}}        | NOT_MET
                    certificate.level <= 2                       | {'certificate': null}                | NOT_MET
                    !(certificate.level <= 2)                    | {'certificate': null}                | MET
                    certificate.level == 2                       | {'certificate': null}                | NOT_MET
                    certificate.level in [1, 2]                  | {'certificate': null}                | NOT_MET
                    certificate.level + 1 <= 2                   | {'certificate': null}                | NOT_MET
                    has(certificate)                             | {'certificate': null}                | NOT_MET
                    has(certificate)                             | {}                                   | UNKNOWN
                    has(certificate.level)                       | {'certificate': {'level': 4}}        | MET
                    has(otherBenefits)                           | {'otherBenefits': []}                | NOT_MET
                    careNeed.needed                              | {'careNeed': null}                   | NOT_MET
                    asOf <= certificate.expiresOn                | {'certificate': {'expiresOn': '2026-11-23'}} | MET
                    asOf <= certificate.expiresOn                | {'certificate': {'expiresOn': '2026-11-22'}} | NOT_MET
                    asOf >= date("2026-11-23")                   | {}                                   | MET
                    month(asOf) == 11                            | {}                                   | MET
                    year(plusYears(asOf, 1)) == 2027             | {}                                   | MET
                    inArea(hukou.area, "6101")                   | {'hukou': {'area': '610103002'}}     | MET
                    inArea(hukou.area, "610103002")              | {'hukou': {'area': '610103'}}        | NOT_MET
                    inArea(hukou.area, "6101")                   | {'hukou': null}                      | NOT_MET
                    age(asOf) >= 18                              | {'birthDate': '2008-11-23'}          | MET
                    age(asOf) >= 18                              | {'birthDate': '2008-11-24'}          | NOT_MET
                    age(asOf) >= 18                              | {}                                   | UNKNOWN
                    count(certificate.components) == 0           | {'certificate': null}                | MET
                    certificate.components.exists(c, c.level == 1) | {'certificate': {'components': [{'category': 'LIMB'}]}} | UNKNOWN
                    certificate.components.exists(c, c.level == 1) | {'certificate': {'components': [{'category': 'LIMB'}, {'level': 1}]}} | MET
                    anyOngoing(otherBenefits, "ORPHAN")          | {'otherBenefits': [{'kind': 'ORPHAN', 'from': '2026-11-23', 'to': null}]} | MET
                    anyOngoing(otherBenefits, "ORPHAN")          | {'otherBenefits': [{'kind': 'ORPHAN', 'from': '2026-11-24', 'to': null}]} | NOT_MET
                    anyOngoing(otherBenefits, "ORPHAN")          | {'otherBenefits': [{'kind': 'ORPHAN', 'from': '2020-01-01', 'to': '2026-11-23'}]} | MET
                    anyOngoing(otherBenefits, "ORPHAN")          | {'otherBenefits': [{'kind': 'ORPHAN', 'from': '2020-01-01', 'to': '2026-11-22'}]} | NOT_MET
                    anyOngoing(otherBenefits, "ORPHAN")          | {'otherBenefits': [{'kind': 'ORPHAN', 'from': '2020-01-01'}]} | UNKNOWN
                    anyOngoing(otherBenefits, "ORPHAN")          | {'otherBenefits': [{'kind': 'LTCI', 'from': '2020-01-01'}]} | NOT_MET
                    anyOngoing(otherBenefits, "ORPHAN")          | {'otherBenefits': null}              | NOT_MET
                    """)
    void each_expression_has_a_result_for_values_for_none_and_for_unknown(String holds, String facts, Result result) {
        Assessment assessment = assess(load(HEAD, conditions(holds)), facts);

        assertThat(assessment.conditions().getFirst().result()).isEqualTo(result);
    }

    @Test
    void asks_only_for_facts_that_can_still_matter() {
        RulePacks packs = load(HEAD, conditions(LEVEL + " || " + DIBAO, "sex == \"F\""));

        assertThat(assess(packs, "{'sex': 'F'}").missing()).containsExactly("certificate.level", "household.income");
        assertThat(assess(packs, "{'certificate': {'level': 1}}").missing()).containsExactly("sex");
        assertThat(assess(packs, "{'sex': 'M'}").missing()).isEmpty();
        assertThat(assess(packs, "{'sex': 'M'}").outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void shows_the_facts_each_condition_looked_at() {
        Assessment assessment = assess(
                load(HEAD, conditions(LEVEL + " || has(guardian)", DIBAO)),
                "{'certificate': {'level': 2}, 'guardian': null}");

        assertThat(assessment.conditions().get(0).facts())
                .containsEntry("certificate.level", 2)
                .containsEntry("guardian", null);
        assertThat(assessment.conditions().get(1).facts()).isEmpty();
    }

    @Test
    void names_the_one_condition_that_stands_in_the_way() {
        RulePacks packs = load(HEAD, conditions(LEVEL, DIBAO), exclusions("blocks", "sex == \"F\""));

        assertThat(assess(packs, "{'sex': 'M', 'certificate': {'level': 3}, 'household': {'income': 'DIBAO'}}")
                        .blockedBy())
                .isEqualTo("C-1");
        assertThat(assess(packs, "{'sex': 'F', 'certificate': {'level': 2}, 'household': {'income': 'DIBAO'}}")
                        .blockedBy())
                .isEqualTo("X-1");
        assertThat(assess(packs, "{'sex': 'M', 'certificate': {'level': 3}, 'household': {'income': 'EDGE'}}")
                        .blockedBy())
                .isNull();
        assertThat(assess(packs, "{'sex': 'M', 'certificate': {'level': 3}}").blockedBy())
                .isNull();
    }

    @Test
    void a_choice_needs_everything_else_to_be_certain() {
        RulePacks packs = load(HEAD, conditions(LEVEL), exclusions("choose-higher", "sex == \"F\""));

        assertThat(assess(packs, "{'sex': 'F', 'certificate': {'level': 2}}").outcome())
                .isEqualTo(Outcome.CHOICE);
        assertThat(assess(packs, "{'sex': 'F'}").outcome()).isEqualTo(Outcome.NEEDS_INFORMATION);
        assertThat(assess(packs, "{'certificate': {'level': 2}}").outcome()).isEqualTo(Outcome.NEEDS_INFORMATION);
        assertThat(assess(packs, "{'sex': 'F', 'certificate': {'level': 3}}").outcome())
                .isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void a_rule_that_breaks_is_an_error_that_names_it_and_never_false() {
        RulePacks packs =
                load(HEAD, conditions("count(otherBenefits) / household.employedMembers > 1 || sex == \"F\""));

        assertThatThrownBy(
                        () -> assess(packs, "{'sex': 'M', 'otherBenefits': [], 'household': {'employedMembers': 0}}"))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.programme()).isEqualTo("sample");
                    assertThat(broken.condition()).isEqualTo("C-1");
                });
    }

    @Test
    void a_fact_of_the_wrong_form_is_refused_by_name_without_its_value() {
        RulePacks packs = load(HEAD, conditions(LEVEL + " || true"));

        assertThatThrownBy(() -> assess(packs, "{'certificate': {'level': 'two'}}"))
                .isInstanceOf(InvalidFacts.class)
                .hasMessage("certificate.level is not a whole number");
    }

    @Test
    void amounts_are_exact_and_stay_open_while_no_rate_is_published() {
        String rate = "parameters: {rate: [{from: 2024-01-01, %ssource: 文号, confidence: general}]}\n";
        String pays = conditions("true") + "amount: rate * 3\nperiod: month\n";

        Amount known =
                assess(load(HEAD, rate.formatted("value: 0.335, "), pays), "{}").amount();
        Assessment open = assess(load(HEAD, rate.formatted(""), pays), "{}");

        assertThat(known.yuan()).isEqualByComparingTo("1.01");
        assertThat(known.toJson().toString()).isEqualTo("{yuan=1.01, period=month}");
        assertThat(open.amount().toBeConfirmed()).isTrue();
        assertThat(open.missing()).isEmpty();
        assertThat(open.outcome()).isEqualTo(Outcome.ELIGIBLE);
    }

    @Test
    void the_leap_day_and_the_reaching_of_an_age_follow_the_declared_choices() {
        String adult = conditions("age(asOf) >= 18");
        String facts = "{'birthDate': '2008-02-29'}";

        assertThat(firstAdult(HEAD + adult, facts)).isEqualTo("2026-02-28");
        assertThat(firstAdult(HEAD.replace("28-february", "1-march") + adult, facts))
                .isEqualTo("2026-03-01");
        assertThat(firstAdult(HEAD.replace(": birthday", ": day-after") + adult, facts))
                .isEqualTo("2026-03-01");
    }

    private static String firstAdult(String pack, String facts) {
        LocalDate before = LocalDate.of(2025, 6, 1);
        return load(pack)
                .assess("sample", facts(facts), before)
                .orElseThrow()
                .nextChange()
                .on()
                .toString();
    }

    @Test
    void answers_to_a_packs_own_questions_are_unknown_until_given() {
        String ask = "asks: [{id: device, type: boolean, question: {zh: 需要吗？, en: Needed?}}]\n";
        RulePacks packs = load(HEAD, ask, conditions("answers.device", "sex == \"F\""));

        Assessment open = assess(packs, "{'sex': 'F'}");

        assertThat(open.missing()).containsExactly("answers.sample.device");
        assertThat(open.onlyAnswersMissing()).isTrue();
        assertThat(assess(packs, "{'sex': 'F', 'answers': {'sample': {'device': true}}}")
                        .outcome())
                .isEqualTo(Outcome.ELIGIBLE);
        assertThat(assess(packs, "{'sex': 'F', 'answers': {'other': {'device': true}}}")
                        .outcome())
                .isEqualTo(Outcome.NEEDS_INFORMATION);
    }

    @Test
    void an_alternative_pack_decides_only_once_it_is_activated() {
        String alternative =
                HEAD.replace("pack: P-1", "pack: PLAN\nstatus: alternative").replace("2024-01-01", "2026-01-01");
        var packs = java.util.List.of(HEAD + conditions("true"), alternative + conditions("false"));

        RulePacks asIs = load(packs, java.util.Set.of());
        RulePacks planned = load(packs, java.util.Set.of("sample/PLAN"));

        assertThat(assess(asIs, "{}").pack()).isEqualTo("P-1");
        assertThat(assess(planned, "{}").pack()).isEqualTo("PLAN");
        assertThat(planned.assess("sample", facts("{}"), LocalDate.of(2025, 12, 31))
                        .orElseThrow()
                        .nextChange())
                .isEqualTo(new NextChange(LocalDate.of(2026, 1, 1), Outcome.NOT_ELIGIBLE, null));
        assertThatThrownBy(() -> load(packs, java.util.Set.of("PLAN-2052")))
                .isInstanceOf(PackFaults.class)
                .hasMessageContaining("no alternative pack is called PLAN-2052");
    }

    @Test
    void before_its_first_pack_a_programme_has_no_assessment() {
        assertThat(load(HEAD, conditions("true")).assess(facts("{}"), LocalDate.of(2023, 12, 31)))
                .isEmpty();
    }

    @Test
    void the_json_has_ids_and_words_only() {
        Assessment assessment = assess(load(HEAD, conditions(LEVEL)), "{'certificate': {'level': 2}}");

        assertThat(assessment.toJson())
                .containsEntry("programme", "sample")
                .containsEntry("outcome", "ELIGIBLE")
                .containsEntry("asOf", TODAY.toString())
                .containsEntry("delivery", "apply");
        assertThat(assessment.toJson().toString()).doesNotContain("org.huizhu").doesNotContain("ConditionResult");
    }
}
