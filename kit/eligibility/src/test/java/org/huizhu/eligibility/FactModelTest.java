package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactModelTest {

    @Test
    void residents_facts_are_named_by_their_json_path() {
        assertThat(House.RESIDENTS.paths())
                .contains("birthDate", "hukou.area", "certificate.components", "household.income", "careNeed")
                .doesNotContain("certificate.components.level");
    }

    @Test
    void employers_are_assessed_by_the_same_kernel_over_another_model() {
        FactModel employers = FactModel.fromSchema("""
                {"type": "object", "properties": {
                  "kind": {"enum": ["ENTERPRISE", "PUBLIC"]},
                  "staff": {"type": "integer"},
                  "counted": {"type": "number"},
                  "averageWage": {"type": ["number", "null"]}}}
                """);
        String levy = Packs.HEAD
                + """
                parameters:
                  ratio: [{from: 2024-01-01, value: 0.015, source: 文号, confidence: verified}]
                """
                + Packs.conditions("counted < staff * ratio")
                + Packs.exclusions("blocks", "kind == \"ENTERPRISE\" && staff <= 30")
                + "amount: (staff * ratio - counted) * averageWage\nperiod: year\n";
        RulePacks packs = RulePacks.load(employers, List.of(new PackSource("levy.yaml", levy)));
        LocalDate day = LocalDate.of(2026, 11, 23);

        Assessment due = packs.assess(
                        "sample",
                        Map.of("kind", "ENTERPRISE", "staff", 130, "counted", 1, "averageWage", 80_000.4),
                        day)
                .orElseThrow();
        Assessment small = packs.assess("sample", Map.of("kind", "ENTERPRISE", "staff", 30), day)
                .orElseThrow();

        assertThat(due.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(due.amount().yuan()).isEqualByComparingTo("76000.38");
        assertThat(small.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(small.missing()).isEmpty();
    }
}
