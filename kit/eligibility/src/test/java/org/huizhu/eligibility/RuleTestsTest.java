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

    private static final String TIMELINE = """
            programme: sample
            given: {certificate: {level: 2}, sex: F}
            timelines:
              - name: level 3 from June
                applied: 2026-02-10
                changes:
                  - {from: 2026-06-10, facts: {certificate: {level: 3}}}
                months:
                  2026-01: none by PAY-1
                  2026-02..2026-06: 20.00
                  2026-07..2026-08: none by C-1
            """;

    @Test
    void a_timeline_says_month_by_month_what_differs_and_why() {
        RuleTest right = monthly(TIMELINE).getFirst();
        RuleTest wrong = monthly(TIMELINE.replace("20.00", "30.00 by D-7").replace("2026-07..", "2026-06.."))
                .getFirst();

        assertThat(right.name()).isEqualTo("level 3 from June");
        assertThatCode(right::check).doesNotThrowAnyException();
        assertThatThrownBy(wrong::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cases.yaml:4 level 3 from June")
                .hasMessageContaining("cases.yaml:10 2026-03 should be 30.00 by D-7 but is 20.00 (P-1, by [])")
                .hasMessageContaining("cases.yaml:11 2026-06 should be none by C-1 but is 20.00 (P-1, by [D-4])");
    }

    @Test
    void a_badly_written_timeline_is_refused_with_its_line() {
        String bad = TIMELINE.replace("2026-01: none by PAY-1", "2026-13: nothing")
                .replace("from: 2026-06-10", "form: 2026-06-10")
                .replace("level: 3", "lewel: 3");

        assertThatThrownBy(() -> monthly(bad))
                .isInstanceOfSatisfying(
                        PackFaults.class,
                        refused -> assertThat(refused.faults())
                                .extracting(PackFault::line)
                                .contains(7, 9));
    }

    @Test
    void a_timeline_over_a_programme_without_months_is_refused() {
        assertThatThrownBy(() -> read(TIMELINE)).hasMessageContaining("sample P-1 is not paid by the month");
    }

    private static List<RuleTest> monthly(String timelines) {
        return tests(MonthsTest.DECLARED + conditions("certificate.level <= 2") + MonthsTest.MONTHLY, timelines);
    }

    private static List<RuleTest> read(String cases) {
        return tests(HEAD + conditions("certificate.level <= 2"), cases);
    }

    private static List<RuleTest> tests(String pack, String tests) {
        return RuleTests.of(
                House.RESIDENTS,
                List.of(new PackSource("sample.yaml", pack)),
                List.of(new PackSource("cases.yaml", tests)));
    }
}
