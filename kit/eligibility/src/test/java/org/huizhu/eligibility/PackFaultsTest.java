package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.huizhu.eligibility.Packs.HEAD;
import static org.huizhu.eligibility.Packs.conditions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackFaultsTest {

    @Test
    void all_faults_of_all_files_are_listed_at_once_with_line_and_remedy() {
        String bad = """
                programme: sample
                pack: P-1
                owner: subsidy
                title: {zh: 样例}
                valid: {from: 2024-13-01}
                basis: []
                delivery: pigeon
                decisions: {D-3: never, D-99: x}
                parameters:
                  rate:
                    - {from: 2024-01-01, to: 2024-06-30, value: 1, source: 文号, confidence: verified}
                    - {from: 2024-08-01, value: 2, source: 文号, confidence: sure}
                conditions:
                  - id: C-1
                    text: {zh: 条件, en: Condition}
                    basis: 文号
                    confidence: verified
                    holds: >-
                      certificate.level <= 2
                      && certificate.lvl <= 2
                  - id: C-1
                    text: {zh: 条件, en: Condition}
                    confidence: verified
                    holds: household.income == "DIBOA"
                  - id: C-3
                    text: {zh: 条件, en: Condition}
                    basis: 文号
                    confidence: verified
                    holds: certificate.level
                  - id: C-4
                    text: {zh: 条件, en: Condition}
                    basis: 文号
                    confidence: verified
                    holds: certificate.expiresOn <= certificate.level
                review:
                  - {step: decide, by: emperor, days: 0}
                colour: red
                """;

        List<PackFault> faults = faults(bad, "just: [a list");

        assertThat(faults.stream().map(PackFault::toString).toList())
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:4: 'en' is missing"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:5: '2024-13-01' is not a date"))
                .satisfiesOnlyOnce(f -> assertThat(f).contains("names no legal basis"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:7: unknown delivery 'pigeon'"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:8: unknown choice 'never' for D-3"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:8: unknown decision D-99"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:12: the dates of rate have a gap"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:12: unknown confidence 'sure'"))
                .satisfiesOnlyOnce(f -> assertThat(f)
                        .startsWith("pack0.yaml:19: unknown fact or parameter 'certificate.lvl'")
                        .contains("certificate.level"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:21: the id C-1 is used twice"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:21: 'basis' is missing"))
                .satisfiesOnlyOnce(f -> assertThat(f)
                        .startsWith("pack0.yaml:24: 'DIBOA' is never a value of household.income")
                        .contains("DIBAO"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:29: this gives a int"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:34: found no matching overload"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:36: unknown by 'emperor'"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:36: 'days' is not"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack0.yaml:37: unknown key 'colour'"))
                .satisfiesOnlyOnce(f -> assertThat(f).startsWith("pack1.yaml:").contains("this is not YAML"))
                .allSatisfy(f -> assertThat(f).contains(" → "));
    }

    static Stream<List<String>> hostile() {
        String aliases = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b]\n";
        return Stream.of(
                List.of("anchors and aliases", aliases),
                List.of("too long", "a: " + "x".repeat(1_000_000)),
                List.of("nested too deeply", "a: " + "[".repeat(40) + "]".repeat(40)),
                List.of("nested too deeply", "a: " + "[".repeat(90_000)),
                List.of("recursion limit", HEAD + conditions("(".repeat(900) + "true" + ")".repeat(900))),
                List.of("has no first day", HEAD.replace("valid: {from: 2024-01-01}\n", "") + conditions("true")),
                List.of("empty", ""),
                List.of("'holds' is too long", HEAD + conditions("true" + " || true".repeat(10_000))),
                List.of("this is not an expression", HEAD + conditions("true" + " || true".repeat(300))),
                List.of("is there twice", "programme: a\nprogramme: b\n"),
                List.of("unknown function 'matches'", HEAD + conditions("matches(hukou.area, \"(a+)+\")")),
                List.of("unknown fact", HEAD + conditions("secret.fact == 1")),
                List.of("unknown fact", HEAD + conditions("answers.device")),
                List.of("has no choice 'x'", HEAD + conditions("chosen(\"D-1\", \"x\")")),
                List.of("chosen() needs a decision", HEAD + conditions("chosen(\"D-3\", \"january-age-lock\")")),
                List.of("a day written out", HEAD + conditions("asOf <= date(\"2024-02-30\")")),
                List.of("needs an area code", HEAD + conditions("inArea(hukou.area, \"61x\")")),
                List.of("'ORPHANS' is never", HEAD + conditions("anyOngoing(otherBenefits, \"ORPHANS\")")),
                List.of(
                        "'LIMBS' is never",
                        HEAD + conditions("certificate.components.exists(c, c.category == \"LIMBS\")")),
                List.of("no rule reads rate", HEAD + unpublished() + conditions("true")),
                List.of("no published value", HEAD + unpublished() + conditions("rate > 1")),
                List.of(
                        "already the name of a fact",
                        HEAD + unpublished().replace("rate", "hukou") + conditions("true")),
                List.of(
                        "no number that rules can compute with",
                        HEAD
                                + "parameters: {rate: [{from: 2024-01-01, value: 1e999999999, source: 文号, confidence: general}]}\n"
                                + conditions("rate + 1 > 0")),
                List.of(
                        "no number that rules can compute with",
                        HEAD + conditions("true") + "review: [{step: a, by: street, days: 99999999999999999999}]\n"),
                List.of("moves the day too far", HEAD + conditions("plusYears(birthDate, 2000000000) < asOf")),
                List.of("begins after the pack", HEAD + unpublished().replace("2024", "2025") + conditions("true")),
                List.of(
                        "unknown fact 'hat'",
                        HEAD + "presumes: [{none: hat, text: {zh: 无, en: no}}]\n" + conditions("true")));
    }

    private static String unpublished() {
        return "parameters: {rate: [{from: 2024-01-01, source: 文号, confidence: general}]}\n";
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_bad_pack_is_refused_with_a_reason(List<String> reasonAndPack) {
        assertThat(faults(reasonAndPack.get(1)))
                .anySatisfy(fault -> assertThat(fault.problem()).contains(reasonAndPack.get(0)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_fault_can_be_said_in_chinese_unless_it_is_a_message_of_cel(List<String> reasonAndPack) {
        for (PackFault fault : faults(reasonAndPack.get(1))) {
            PackFault chinese = ChineseFaults.of(fault);

            assertThat(chinese.line()).isEqualTo(fault.line());
            assertThat(chinese.remedy()).as(fault.remedy()).containsPattern("\\p{IsHan}");
            if (!fault.remedy().startsWith("see the pack format")) {
                assertThat(chinese.problem()).as(fault.problem()).containsPattern("\\p{IsHan}");
            }
        }
    }

    @Test
    void packs_of_one_programme_follow_each_other_without_gap_or_overlap() {
        String first = HEAD.replace("{from: 2024-01-01}", "{from: 2020-01-01, to: 2023-12-30}")
                .replace("P-1", "P-0");
        String rules = conditions("true");

        assertThat(faults(first + rules, HEAD + rules))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).isEqualTo("sample has no pack between P-0 and P-1"));
        assertThat(faults(first.replace("2023-12-30", "2024-01-01") + rules, HEAD + rules))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).isEqualTo("sample P-1 overlaps P-0"));
        assertThat(faults(HEAD + rules, HEAD + rules))
                .anySatisfy(fault -> assertThat(fault.problem()).isEqualTo("sample P-1 is there twice"));
    }

    private static List<PackFault> faults(String... packs) {
        PackFaults refused = catchThrowableOfType(PackFaults.class, () -> Packs.load(List.of(packs), Set.of()));
        assertThat(refused).isNotNull();
        return refused.faults();
    }
}
