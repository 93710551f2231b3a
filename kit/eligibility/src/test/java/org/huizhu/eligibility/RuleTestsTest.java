package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizhu.eligibility.Packs.HEAD;
import static org.huizhu.eligibility.Packs.conditions;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTestsTest {
    private static final String CASES = """
            programme: sample
            given: {certificate: {level: 2, category: LIMB}, sex: F}
            cases:
              - name: as given
                on: 2026-11-23
                expect: {outcome: ELIGIBLE, conditions: {C-1: MET}}
              - name: another level
                on: 2026-11-23
                facts: {certificate: {level: 3}}
                expect: {outcome: ELIGIBLE, blockedBy: C-1}
              - name: level unknown
                on: 2026-11-23
                unknown: [certificate.level]
                expect: {missing: [certificate.level]}
            """;

    @Test
    void a_case_says_what_differs_and_where() {
        List<RuleTest> cases = read(CASES);

        assertThatCode(cases.get(0)::check).doesNotThrowAnyException();
        assertThatThrownBy(cases.get(1)::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cases.yaml:7 another level: outcome should be ELIGIBLE but is NOT_ELIGIBLE");
        assertThatCode(cases.get(2)::check).doesNotThrowAnyException();
    }

    @Test
    void a_badly_written_case_is_refused_with_its_line() {
        String bad = CASES.replace("sex: F", "sox: F").replace("missing:", "mising:");

        assertThatThrownBy(() -> read(bad))
                .isInstanceOfSatisfying(
                        PackFaults.class,
                        refused -> assertThat(refused.faults())
                                .extracting(PackFault::line)
                                .containsExactly(2, 14));
    }

    private static List<RuleTest> read(String cases) {
        String pack = HEAD + conditions("certificate.level <= 2");
        return RuleTests.of(
                House.RESIDENTS,
                List.of(new PackSource("sample.yaml", pack)),
                List.of(new PackSource("cases.yaml", cases)));
    }
}
