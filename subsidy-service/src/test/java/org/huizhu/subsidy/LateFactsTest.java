package org.huizhu.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.huizhu.eligibility.Claim;
import org.huizhu.eligibility.MonthAnswer;
import org.huizhu.eligibility.Months;
import org.huizhu.platform.months.PastFacts;
import org.huizhu.platform.test.FactsJson;
import org.junit.jupiter.api.Test;

/** A fact that is learnt late or corrected counts from its own day, not from the day on which it came. */
class LateFactsTest {

    private static final Months MONTHS = Months.of(Residents.PACKS, Residents.LIVING);

    @Test
    void dibao_that_held_for_some_past_months_is_owed_for_them() {
        var facts = FactsJson.ofHolder()
                .with("household", Map.of("id", "h-1", "income", "ABOVE", "incomeSince", "2026-06-20"))
                .with(
                        "earlier",
                        List.of(
                                Map.of("from", "2024-06-01", "to", "2026-03-31", "income", "ABOVE"),
                                Map.of("from", "2026-04-01", "to", "2026-06-19", "income", "DIBAO")));

        assertThat(owed(facts, "2026-02", "2026-09"))
                .containsExactly("2026-04 100.00", "2026-05 100.00", "2026-06 100.00");
    }

    @Test
    void before_the_day_on_which_an_income_is_known_to_have_begun_nothing_is_owed() {
        var facts = FactsJson.ofHolder()
                .with("household", Map.of("id", "h-1", "income", "DIBAO", "incomeSince", "2026-05-01"));

        assertThat(owed(facts, "2026-03", "2026-06")).containsExactly("2026-05 100.00", "2026-06 100.00");
    }

    @Test
    void an_income_that_began_on_an_unknown_day_is_taken_as_it_is() {
        var facts = FactsJson.ofHolder().with("household", Map.of("id", "h-1", "income", "DIBAO"));

        assertThat(owed(facts, "2026-03", "2026-04")).containsExactly("2026-03 100.00", "2026-04 100.00");
    }

    private static List<String> owed(FactsJson facts, String from, String to) {
        return MONTHS
                .answers(PastFacts.of(facts.asMap()), Claim.automatic(), YearMonth.parse(from), YearMonth.parse(to))
                .stream()
                .filter(MonthAnswer::owed)
                .map(month -> month.month() + " " + month.amount().yuan())
                .toList();
    }
}
