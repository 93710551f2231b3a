package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonthDifferenceTest {
    private static final YearMonth MAY = YearMonth.of(2025, 5);

    @Test
    void pay_18_a_month_that_is_owed_and_was_not_posted_is_due() {
        List<MonthDifference> differences =
                MonthDifference.between(List.of(answer(Outcome.ELIGIBLE, "100.00")), Map.of());

        assertThat(differences).extracting(MonthDifference::due).containsExactly(new BigDecimal("100.00"));
    }

    @Test
    void pay_21_a_month_that_was_posted_and_is_not_owed_is_due_the_other_way() {
        List<MonthDifference> differences = MonthDifference.between(
                List.of(answer(Outcome.NOT_ELIGIBLE, null)), Map.of(MAY, new BigDecimal("100.00")));

        assertThat(differences).extracting(MonthDifference::due).containsExactly(new BigDecimal("-100.00"));
    }

    @Test
    void pay_10_a_new_rate_is_the_difference_alone() {
        List<MonthDifference> differences =
                MonthDifference.between(List.of(answer(Outcome.ELIGIBLE, "120.00")), Map.of(MAY, new BigDecimal("80")));

        assertThat(differences).extracting(MonthDifference::due).containsExactly(new BigDecimal("40.00"));
    }

    @Test
    void d_11_a_choice_owes_nothing() {
        List<MonthDifference> differences = MonthDifference.between(
                List.of(answer(Outcome.CHOICE, "100.00")), Map.of(MAY, new BigDecimal("100.00")));

        assertThat(differences).extracting(MonthDifference::owed).containsExactly(BigDecimal.ZERO);
    }

    @Test
    void pay_16_what_is_open_or_equal_is_no_difference() {
        Map<YearMonth, BigDecimal> posted = Map.of(MAY, new BigDecimal("100"));

        assertThat(MonthDifference.between(List.of(answer(Outcome.ELIGIBLE, "100.00")), posted))
                .isEmpty();
        assertThat(MonthDifference.between(List.of(answer(Outcome.NEEDS_INFORMATION, null)), posted))
                .isEmpty();
        assertThat(MonthDifference.between(List.of(answer(Outcome.ELIGIBLE, null)), posted))
                .isEmpty();
    }

    @Test
    void a_posted_month_of_which_nothing_is_said_is_refused() {
        assertThatThrownBy(() -> MonthDifference.between(List.of(), Map.of(MAY, BigDecimal.TEN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-05");
    }

    private static MonthAnswer answer(Outcome outcome, @Nullable String yuan) {
        boolean pays = outcome == Outcome.ELIGIBLE || outcome == Outcome.CHOICE;
        Amount amount = pays ? new Amount(yuan == null ? null : new BigDecimal(yuan), "month") : null;
        return new MonthAnswer(MAY, outcome, amount, "P-1", null, List.of(), List.of(), List.of());
    }
}
