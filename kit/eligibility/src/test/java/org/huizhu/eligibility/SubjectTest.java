package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.huizhu.eligibility.Packs.HEAD;
import static org.huizhu.eligibility.Packs.conditions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One folder holds packs about residents and packs about employers, and neither is asked of the other. */
class SubjectTest {
    private static final String ABOUT_RESIDENTS = HEAD + conditions("certificate.level <= 2");
    private static final String ABOUT_EMPLOYERS =
            HEAD.replace("programme: sample", "programme: levy") + "subject: employer\n" + conditions("staff > 30");

    @Test
    void each_pack_is_checked_against_the_facts_of_its_subject() {
        PackFaults refused = catchThrowableOfType(
                PackFaults.class,
                () -> load(
                        ABOUT_RESIDENTS.replace("certificate.level", "staff"),
                        ABOUT_EMPLOYERS.replace("staff", "certificate.level")));

        assertThat(refused.faults().stream().map(PackFault::toString).toList())
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("pack0.yaml", "unknown fact or parameter 'staff'"),
                        fault -> assertThat(fault).contains("pack1.yaml", "unknown fact or parameter 'certificate"));
    }

    @Test
    void residents_are_never_assessed_for_programmes_about_employers_nor_the_other_way_round() {
        RulePacks packs = load(ABOUT_RESIDENTS, ABOUT_EMPLOYERS);

        assertThat(packs.assess(Packs.facts("{'certificate': {'level': 1}}"), Packs.TODAY))
                .extracting(Assessment::programme)
                .containsExactly("sample");
        assertThat(packs.assessToday(Map.of(), Packs.TODAY))
                .extracting(Assessment::programme)
                .containsExactly("sample");
        assertThat(packs.assess(Subject.EMPLOYER, Map.of("staff", 31), Packs.TODAY))
                .extracting(Assessment::programme, Assessment::outcome)
                .containsExactly(tuple("levy", Outcome.ELIGIBLE));
    }

    @Test
    void without_a_model_of_employers_the_packs_about_them_are_left_out() {
        RulePacks packs = RulePacks.load(House.RESIDENTS, sources(ABOUT_RESIDENTS, ABOUT_EMPLOYERS));

        assertThat(packs.programmes()).containsExactly("sample");
    }

    @Test
    void a_programme_is_about_one_subject_only() {
        String later = ABOUT_EMPLOYERS
                .replace("programme: levy", "programme: sample")
                .replace("pack: P-1", "pack: P-2")
                .replace("2024-01-01", "2025-01-01");
        String earlier = ABOUT_RESIDENTS.replace("{from: 2024-01-01}", "{from: 2024-01-01, to: 2024-12-31}");

        PackFaults refused = catchThrowableOfType(PackFaults.class, () -> load(earlier, later));

        assertThat(refused.faults().stream().map(PackFault::toString).toList())
                .satisfiesExactly(fault -> assertThat(fault)
                        .contains("sample is about a resident in P-1 and employer in P-2", "programme of its own"));
    }

    @Test
    void the_cases_of_a_programme_give_the_facts_of_its_subject() {
        String cases = """
                programme: levy
                given: {staff: 31}
                cases:
                  - name: more than 30 staff
                    on: 2026-11-23
                    expect: {outcome: ELIGIBLE}
                """;

        List<RuleTest> read = RuleTests.of(
                House.MODELS,
                sources(ABOUT_RESIDENTS, ABOUT_EMPLOYERS),
                List.of(
                        new PackSource("levy.yaml", cases),
                        new PackSource(
                                "sample.yaml",
                                cases.replace("levy", "sample").replace("staff: 31", "certificate: {level: 1}"))));

        assertThat(read).hasSize(2).allSatisfy(one -> assertThatCode(one::check).doesNotThrowAnyException());
    }

    private static RulePacks load(String... packs) {
        return RulePacks.load(House.MODELS, sources(packs), Set.of());
    }

    private static List<PackSource> sources(String... packs) {
        return List.of(new PackSource("pack0.yaml", packs[0]), new PackSource("pack1.yaml", packs[1]));
    }
}
