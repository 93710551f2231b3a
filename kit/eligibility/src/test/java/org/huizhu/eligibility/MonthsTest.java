package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizhu.eligibility.Packs.HEAD;
import static org.huizhu.eligibility.Packs.conditions;
import static org.huizhu.eligibility.Packs.exclusions;
import static org.huizhu.eligibility.Packs.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthsTest {
    static final String DECLARED = HEAD.replace(
            "D-2: 28-february}",
            "D-2: 28-february, D-4: raise-now-lower-next, D-6: certificate-month, D-7: up-to-three-months, "
                    + "D-8: payable, D-9: old-district-pays-move-month, D-12: from-next-month}");
    static final String MONTHLY = "period: month\namount: 'certificate.level * 10'\n";
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final Claim AUTOMATIC = Claim.automatic();

    @Test
    void a_month_has_the_best_of_its_days() {
        Months months = months(conditions("sex == \"F\""));
        FactsOverTime facts = over(
                "2026-01-01",
                "{'sex': 'F', 'certificate': {'level': 1}}",
                "2026-06-10",
                "{'sex': 'F', 'certificate': {'level': 3}}",
                "2026-06-20",
                "{'sex': 'M', 'certificate': {'level': 4}}");

        MonthAnswer june = months.answer(facts, AUTOMATIC, JUNE);

        assertThat(june.owed()).isTrue();
        assertThat(sum(june)).isEqualTo("30.00");
        assertThat(june.shapedBy()).containsExactly("D-4");
        assertThat(june.pack()).isEqualTo("P-1");
    }

    @Test
    void a_month_that_is_not_owed_names_what_stood_in_the_way_on_its_nearest_day() {
        Months months = months(conditions("sex == \"F\"", "certificate.level == 1"));
        FactsOverTime facts = over(
                "2026-01-01",
                "{'sex': 'M', 'certificate': {'level': 2}}",
                "2026-06-10",
                "{'sex': 'M', 'certificate': {'level': 1}}");

        MonthAnswer june = months.answer(facts, AUTOMATIC, JUNE);

        assertThat(june.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(june.inTheWay()).containsExactly("C-1");
        assertThat(june.amount()).isNull();
    }

    @Test
    void a_day_that_may_count_leaves_the_sum_open_only_if_it_could_raise_it() {
        Months months = months(conditions("household.income == \"DIBAO\""));
        String poor = "{'household': {'income': 'DIBAO'}, 'certificate': {'level': 2}}";

        MonthAnswer lower =
                months.answer(over("2026-01-01", poor, "2026-06-10", "{'certificate': {'level': 1}}"), AUTOMATIC, JUNE);
        MonthAnswer higher =
                months.answer(over("2026-01-01", poor, "2026-06-10", "{'certificate': {'level': 3}}"), AUTOMATIC, JUNE);

        assertThat(sum(lower)).isEqualTo("20.00");
        assertThat(higher.owed()).isTrue();
        assertThat(sum(higher)).isEqualTo("to be confirmed");
        assertThat(higher.missing()).containsExactly("household.income");
    }

    @Test
    void a_sum_that_hangs_on_an_unknown_fact_is_to_be_confirmed() {
        Months months = months(conditions("sex == \"F\""));

        MonthAnswer june = months.answer(over("2026-01-01", "{'sex': 'F'}"), AUTOMATIC, JUNE);

        assertThat(june.owed()).isTrue();
        assertThat(sum(june)).isEqualTo("to be confirmed");
        assertThat(june.missing()).containsExactly("certificate.level");
    }

    @Test
    void before_the_first_facts_nothing_is_known_and_in_their_month_they_count() {
        Months months = months(conditions("sex == \"F\""));
        FactsOverTime facts = over("2026-06-10", "{'sex': 'F', 'certificate': {'level': 1}}");

        assertThat(months.answer(facts, AUTOMATIC, JUNE.minusMonths(1)).outcome())
                .isEqualTo(Outcome.NEEDS_INFORMATION);
        assertThat(months.answer(facts, AUTOMATIC, JUNE.minusMonths(1)).missing())
                .containsExactly("sex");
        assertThat(sum(months.answer(facts, AUTOMATIC, JUNE))).isEqualTo("10.00");
    }

    @Test
    void months_without_a_pack_are_not_owed() {
        Months months = months(conditions("sex == \"F\""));

        MonthAnswer early = months.answer(
                over("2020-01-01", "{'sex': 'F', 'certificate': {'level': 1}}"), AUTOMATIC, YearMonth.of(2023, 12));

        assertThat(early.owed()).isFalse();
        assertThat(early.pack()).isNull();
    }

    @Test
    void a_pack_that_begins_within_a_month_counts_from_that_month() {
        String later = DECLARED.replace("P-1", "P-2").replace("from: 2024-01-01", "from: 2026-06-16");
        RulePacks packs = Packs.load(
                List.of(
                        DECLARED.replace("from: 2024-01-01", "from: 2024-01-01, to: 2026-06-15")
                                + conditions("sex == \"F\"")
                                + MONTHLY,
                        later + conditions("sex == \"F\"") + MONTHLY.replace("10", "15")),
                java.util.Set.of());

        MonthAnswer june = Months.of(packs, "sample")
                .answer(over("2026-01-01", "{'sex': 'F', 'certificate': {'level': 1}}"), AUTOMATIC, JUNE);

        assertThat(sum(june)).isEqualTo("15.00");
        assertThat(june.pack()).isEqualTo("P-2");
    }

    @Test
    void a_block_of_one_kind_does_not_go_on_in_another() {
        Months months = months(
                conditions("sex == \"F\""),
                exclusions("blocks", "anyOngoing(otherBenefits, \"ORPHAN\")", "anyOngoing(otherBenefits, \"LTCI\")"));
        FactsOverTime facts = over("2026-01-01", """
                {'sex': 'F', 'certificate': {'level': 1}, 'otherBenefits': [
                 {'kind': 'ORPHAN', 'from': '2020-01-01', 'to': '2026-05-31'},
                 {'kind': 'LTCI', 'from': '2026-06-01', 'to': null}]}
                """);

        List<MonthAnswer> answers = months.answers(facts, AUTOMATIC, JUNE.minusMonths(1), JUNE.plusMonths(1));

        assertThat(answers).extracting(MonthAnswer::owed).containsExactly(false, true, false);
    }

    @Test
    void a_block_of_which_the_end_is_unknown_asks() {
        Months months =
                months(conditions("sex == \"F\""), exclusions("blocks", "anyOngoing(otherBenefits, \"ORPHAN\")"));
        FactsOverTime facts = over(
                "2026-01-01",
                "{'sex': 'F', 'certificate': {'level': 1}, 'otherBenefits': [{'kind': 'ORPHAN', 'from': '2020-01-01'}]}");

        MonthAnswer june = months.answer(facts, AUTOMATIC, JUNE);

        assertThat(june.outcome()).isEqualTo(Outcome.NEEDS_INFORMATION);
        assertThat(june.inTheWay()).containsExactly("X-1");
        assertThat(june.missing()).isNotEmpty();
    }

    @Test
    void what_carries_its_own_days_counts_for_them_whenever_it_was_learnt() {
        Months months = months(conditions("!(deceasedOn < asOf)"));
        FactsOverTime facts = over(
                "2026-01-01",
                "{'deceasedOn': null, 'certificate': {'level': 1}}",
                "2026-08-10",
                "{'deceasedOn': '2026-05-20', 'certificate': {'level': 1}}");

        List<MonthAnswer> answers = months.answers(facts, AUTOMATIC, JUNE.minusMonths(1), JUNE);

        assertThat(answers).extracting(MonthAnswer::owed).containsExactly(true, false);
    }

    @Test
    void where_the_month_of_death_is_not_paid_a_month_waits_until_it_is_known_whether_there_was_one() {
        Months months = months(conditions("sex == \"F\"")).choosing(Map.of("D-8", "not-payable"));
        String alive = "{'sex': 'F', 'deceasedOn': null, 'certificate': {'level': 2}}";

        MonthAnswer known = months.answer(over("2026-01-01", alive), AUTOMATIC, JUNE);
        MonthAnswer unknown = months.answer(
                over("2026-01-01", alive, "2026-06-10", "{'sex': 'F', 'certificate': {'level': 2}}"), AUTOMATIC, JUNE);

        assertThat(sum(known)).isEqualTo("20.00");
        assertThat(unknown.outcome()).isEqualTo(Outcome.NEEDS_INFORMATION);
        assertThat(unknown.missing()).containsExactly("deceasedOn");
    }

    @Test
    void a_broken_rule_is_an_error_and_never_a_month_without_money() {
        Months months = months(conditions("10 / certificate.level > 0"));

        assertThatThrownBy(() -> months.answer(over("2026-01-01", "{'certificate': {'level': 0}}"), AUTOMATIC, JUNE))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.condition()).isEqualTo("C-1"));
    }

    @Test
    void a_fact_of_the_wrong_form_is_an_error_even_among_former_certificates() {
        Months months = months(conditions("sex == \"F\"", "certificate.issuedOn <= asOf"));

        assertThatThrownBy(() -> months.answer(
                        over("2026-01-01", "{'sex': 'F', 'certificate': {'level': 1, 'issuedOn': 'yesterday'}}"),
                        AUTOMATIC,
                        JUNE))
                .isInstanceOf(InvalidFacts.class);
    }

    @Test
    void a_programme_must_be_paid_by_the_month_and_leave_no_choice_open() {
        RulePacks once = Packs.load(DECLARED + conditions("sex == \"F\"") + MONTHLY.replace("month", "once"));
        RulePacks open = Packs.load(HEAD + conditions("sex == \"F\"") + MONTHLY);

        assertThatThrownBy(() -> Months.of(once, "sample")).hasMessage("sample P-1 is not paid by the month");
        assertThatThrownBy(() -> Months.of(once, "other")).hasMessage("there is no programme other");
        assertThatThrownBy(() -> Months.of(open, "sample"))
                .hasMessage("sample P-1 does not declare [D-12, D-4, D-6, D-7, D-8, D-9]");
        assertThatThrownBy(() -> months(conditions("sex == \"F\"")).choosing(Map.of("D-4", "now")))
                .hasMessage("D-4 has no choice now for months");
    }

    private static Months months(String... rules) {
        return Months.of(Packs.load(DECLARED + String.join("", rules) + MONTHLY), "sample");
    }

    static FactsOverTime over(String... daysAndFacts) {
        Map<LocalDate, Map<String, Object>> snapshots = new java.util.TreeMap<>();
        for (int i = 0; i < daysAndFacts.length; i += 2) {
            snapshots.put(LocalDate.parse(daysAndFacts[i]), facts(daysAndFacts[i + 1]));
        }
        return FactsOverTime.of(snapshots);
    }

    private static String sum(MonthAnswer answer) {
        Amount amount = answer.amount();
        return amount == null
                ? "none"
                : amount.yuan() == null ? "to be confirmed" : amount.yuan().toPlainString();
    }
}
