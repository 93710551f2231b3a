package org.huizhu.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizhu.subsidy.Residents.CARE;
import static org.huizhu.subsidy.Residents.LIVING;
import static org.huizhu.subsidy.Residents.PACKS;
import static org.huizhu.subsidy.Residents.adult;
import static org.huizhu.subsidy.Residents.certificate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huizhu.eligibility.Amount;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.Claim;
import org.huizhu.eligibility.Delivery;
import org.huizhu.eligibility.FactsOverTime;
import org.huizhu.eligibility.MonthAnswer;
import org.huizhu.eligibility.MonthDifference;
import org.huizhu.eligibility.Months;
import org.huizhu.eligibility.NextChange;
import org.huizhu.eligibility.Outcome;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.ReviewStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of the policy that are about process: what rules and months contribute to each. The rest are timelines. */
class PolicyRowsTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth JUNE = YearMonth.of(2025, 6);
    private static final BigDecimal HUNDRED = new BigDecimal("100.00");

    @Test
    void pay_1_every_pack_starts_with_the_month_of_application() {
        assertThat(packs()).isNotEmpty().allMatch(pack -> "application-month".equals(pack.start()));
    }

    @Test
    void pay_2_every_pack_is_paid_by_the_month() {
        assertThat(packs()).allMatch(pack -> "month".equals(pack.period()));
    }

    @Test
    void pay_3_every_sum_is_whole_fen_that_a_bank_can_transfer() {
        Months byDays = Months.of(PACKS, LIVING).choosing(Map.of("D-4", "pro-rata"));
        for (int day = 1; day <= 28; day++) {
            FactsOverTime facts = from(LocalDate.of(2025, 2, day), adult("household", Map.of("income", "ABOVE")));

            MonthAnswer february = byDays.answer(facts, Claim.automatic(), YearMonth.of(2025, 2));

            assertThat(yuan(february).movePointRight(2).longValueExact()).isBetween(0L, 10_000L);
        }
    }

    @Test
    void pay_4_the_street_accepts_the_federation_checks_civil_affairs_decide() {
        assertThat(packs())
                .allSatisfy(pack -> assertThat(pack.review())
                        .extracting(ReviewStep::by)
                        .containsExactly("street", "federation", "civil-affairs"));
    }

    @Test
    void pay_5_the_review_takes_ten_working_days_at_most_and_so_keeps_the_limit_of_22() {
        assertThat(packs())
                .allSatisfy(pack -> assertThat(pack.review().stream()
                                .mapToInt(ReviewStep::days)
                                .sum())
                        .isBetween(1, 10));
    }

    @Test
    void pay_7_nothing_is_owed_for_an_application_that_was_withdrawn_but_only_since_the_next_one() {
        Claim again = Claim.applied(LocalDate.of(2025, 6, 5));

        List<MonthAnswer> answers = Months.of(PACKS, LIVING)
                .answers(FactsOverTime.always(adult()), again, YearMonth.of(2025, 3), YearMonth.of(2025, 6));

        assertThat(packs()).allMatch(pack -> pack.delivery() == Delivery.CONFIRM);
        assertThat(answers).extracting(MonthAnswer::owed).containsExactly(false, false, false, true);
    }

    @Test
    void pay_8_who_acts_for_the_resident_changes_nothing() {
        for (String programme : List.of(LIVING, CARE)) {
            for (String kind : List.of("PARENT", "SPOUSE", "CHILD", "RELATIVE", "INSTITUTION", "COMMITTEE")) {
                Map<String, @Nullable Object> represented = adult("guardian", Map.of("kind", kind));

                assertThat(months(programme, represented)).isEqualTo(months(programme, adult()));
            }
        }
    }

    @Test
    void pay_13_an_expiry_is_known_six_months_ahead() {
        LocalDate expiry = LocalDate.of(2030, 5, 8);
        for (String programme : List.of(LIVING, CARE)) {
            for (int ahead : List.of(6, 12, 23)) {
                Assessment assessment = PACKS.assess(programme, adult(), expiry.minusMonths(ahead))
                        .orElseThrow();

                assertThat(assessment.nextChange())
                        .isEqualTo(new NextChange(expiry.plusDays(1), Outcome.NOT_ELIGIBLE, null));
            }
        }
    }

    @Test
    void pay_16_of_someone_who_cannot_be_found_nothing_is_taken_back() {
        Map<String, @Nullable Object> gone = adult();
        gone.remove("household");
        FactsOverTime facts = FactsOverTime.of(Map.of(day("2024-12-01"), adult(), day("2025-03-10"), gone));

        List<MonthAnswer> answers = answers(facts);

        assertThat(answers).extracting(MonthAnswer::outcome).contains(Outcome.NEEDS_INFORMATION);
        assertThat(MonthDifference.between(answers, posted(JANUARY, JUNE))).isEmpty();
    }

    @Test
    void pay_17_the_monthly_comparison_finds_deaths_moves_incomes_and_certificates_that_were_not_told() {
        Map<String, Object> frozen = new LinkedHashMap<>(certificate("LIMB", 2));
        frozen.put("status", "FROZEN");
        Stream<Map<String, @Nullable Object>> found = Stream.of(
                adult("deceasedOn", "2025-04-10"),
                adult("hukou", Map.of("area", "610502001", "previous", List.of())),
                adult("household", Map.of("income", "ABOVE")),
                adult("household", Map.of("income", "TEKUN")),
                adult("certificate", frozen));

        found.forEach(facts -> {
            List<MonthAnswer> answers =
                    answers(FactsOverTime.of(Map.of(day("2024-12-01"), adult(), day("2025-04-10"), facts)));

            assertThat(MonthDifference.between(answers, posted(JANUARY, JUNE)))
                    .extracting(MonthDifference::month)
                    .containsExactly(YearMonth.of(2025, 5), JUNE);
        });
    }

    @Test
    void pay_18_entitled_but_not_applied_is_every_month_that_was_never_posted() {
        List<MonthDifference> missing =
                MonthDifference.between(answers(FactsOverTime.always(adult())), new TreeMap<>());

        assertThat(missing).hasSize(6).allMatch(month -> month.due().equals(HUNDRED));
    }

    @Test
    void pay_19_a_dispute_that_is_upheld_brings_the_arrears() {
        FactsOverTime refused = from(day("2025-05-20"), adult("household", Map.of("income", "ABOVE")));
        FactsOverTime corrected = from(day("2025-02-10"), adult("household", Map.of("income", "ABOVE")));
        Map<YearMonth, BigDecimal> posted = new TreeMap<>();
        answers(refused).stream().filter(MonthAnswer::owed).forEach(answer -> posted.put(answer.month(), yuan(answer)));

        List<MonthDifference> arrears = MonthDifference.between(answers(corrected), posted);

        assertThat(posted).containsOnlyKeys(YearMonth.of(2025, 5), JUNE);
        assertThat(arrears)
                .extracting(MonthDifference::month)
                .containsExactly(YearMonth.of(2025, 2), YearMonth.of(2025, 3), YearMonth.of(2025, 4));
    }

    @Test
    void pay_21_what_was_overpaid_is_a_difference_below_zero() {
        FactsOverTime facts = FactsOverTime.always(adult("deceasedOn", "2025-04-10"));

        List<MonthDifference> overpaid = MonthDifference.between(answers(facts), posted(JANUARY, JUNE));

        assertThat(overpaid)
                .containsExactly(
                        new MonthDifference(YearMonth.of(2025, 5), BigDecimal.ZERO, HUNDRED),
                        new MonthDifference(JUNE, BigDecimal.ZERO, HUNDRED));
        assertThat(overpaid).allMatch(month -> month.due().equals(HUNDRED.negate()));
    }

    @Test
    void pay_21_what_was_paid_beside_a_benefit_to_choose_against_was_overpaid() {
        Map<String, @Nullable Object> care = new LinkedHashMap<>();
        care.put("kind", "OLD_AGE_CARE");
        care.put("from", "2025-05-20");
        care.put("to", null);

        List<MonthDifference> overpaid = MonthDifference.between(
                answers(FactsOverTime.always(adult("otherBenefits", List.of(care)))), posted(JANUARY, JUNE));

        assertThat(overpaid).extracting(MonthDifference::month).containsExactly(YearMonth.of(2025, 5), JUNE);
    }

    @Test
    void ls_1_the_region_in_an_identity_number_is_no_fact_and_cannot_decide() {
        assertThat(Residents.MODEL.paths())
                .noneMatch(path -> path.matches("(?i).*(identity|idnumber|idcard|region).*"));
        assertThat(months(LIVING, adult("hukou", Map.of("area", "610502001", "previous", List.of()))))
                .noneMatch(MonthAnswer::owed);
    }

    @Test
    void d_13_what_one_member_draws_or_did_is_not_held_against_another() {
        Map<String, @Nullable Object> fee = new LinkedHashMap<>();
        fee.put("kind", "WORK_INJURY_CARE");
        fee.put("from", "2020-01-01");
        fee.put("to", null);
        Map<String, @Nullable Object> one = adult("otherBenefits", List.of(fee));
        Map<String, @Nullable Object> other = adult();

        assertThat(one.get("household")).isEqualTo(other.get("household"));
        assertThat(months(LIVING, one)).noneMatch(MonthAnswer::owed);
        assertThat(months(LIVING, other)).allMatch(MonthAnswer::owed);
    }

    private static List<Pack> packs() {
        return PACKS.packs().stream()
                .filter(pack -> List.of(LIVING, CARE).contains(pack.programme()))
                .toList();
    }

    /** An adult in Beilin who is entitled from that day on, and before it was as given. */
    private static FactsOverTime from(LocalDate day, Map<String, @Nullable Object> before) {
        return FactsOverTime.of(Map.of(day("2020-06-01"), before, day, adult()));
    }

    private static List<MonthAnswer> months(String programme, Map<String, @Nullable Object> facts) {
        return Months.of(PACKS, programme).answers(FactsOverTime.always(facts), Claim.automatic(), JANUARY, JUNE);
    }

    private static List<MonthAnswer> answers(FactsOverTime facts) {
        return Months.of(PACKS, LIVING).answers(facts, Claim.automatic(), JANUARY, JUNE);
    }

    private static Map<YearMonth, BigDecimal> posted(YearMonth from, YearMonth to) {
        Map<YearMonth, BigDecimal> posted = new TreeMap<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            posted.put(month, HUNDRED);
        }
        return posted;
    }

    private static BigDecimal yuan(MonthAnswer answer) {
        Amount amount = Objects.requireNonNull(answer.amount());
        return Objects.requireNonNull(amount.yuan());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
