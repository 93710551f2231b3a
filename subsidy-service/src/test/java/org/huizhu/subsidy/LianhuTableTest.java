package org.huizhu.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huizhu.eligibility.Claim;
import org.huizhu.eligibility.FactsOverTime;
import org.huizhu.eligibility.MonthAnswer;
import org.huizhu.eligibility.Months;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The public table of Lianhu for August 2025 (policy collection, 12.1): the heads go in, its money must come out. */
class LianhuTableTest {
    private static final YearMonth AUGUST = YearMonth.of(2025, 8);
    private static final String LIANHU = "610104";
    private static final int MINORS = 32;
    private static final int ADULTS = 1910;
    private static final int LEVEL_1 = 2155;
    private static final int LEVEL_2 = 3605;
    private static final int WITH_BOTH = 971;

    private final List<Map<String, @Nullable Object>> district = district();
    private final List<MonthAnswer> living = owed(Residents.LIVING);
    private final List<MonthAnswer> care = owed(Residents.CARE);

    @Test
    void pay_20_the_table_comes_out_to_the_yuan() {
        assertThat(total(living)).isEqualByComparingTo("194520");
        assertThat(total(care)).isEqualByComparingTo("547000");
    }

    @Test
    void pay_20_the_table_comes_out_to_the_head() {
        assertThat(living).hasSize(1942);
        assertThat(care).hasSize(5760);
        assertThat(district).hasSize(6731);
        assertThat(living.size() + care.size()).isEqualTo(7702);
        assertThat(paidAt(living, "110.00")).isEqualTo(MINORS);
        assertThat(paidAt(living, "100.00")).isEqualTo(ADULTS);
        assertThat(paidAt(care, "120.00")).isEqualTo(LEVEL_1);
        assertThat(paidAt(care, "80.00")).isEqualTo(LEVEL_2);
    }

    @Test
    void d_9_another_district_owes_nothing_of_it() {
        Months months = Months.of(Residents.PACKS, Residents.CARE);

        assertThat(district.stream()
                        .limit(200)
                        .map(facts -> months.answer(
                                FactsOverTime.always(facts), Claim.automatic().in("610103"), AUGUST)))
                .noneMatch(MonthAnswer::owed);
    }

    /** Those with the living subsidy first, of them those with both first; the rest draw the care subsidy alone. */
    private static List<Map<String, @Nullable Object>> district() {
        List<Map<String, @Nullable Object>> district = new ArrayList<>();
        int living = MINORS + ADULTS;
        int persons = living + LEVEL_1 + LEVEL_2 - WITH_BOTH;
        for (int i = 0; i < persons; i++) {
            boolean poor = i < living;
            boolean severe = i < WITH_BOTH || i >= living;
            int ofTheSevere = i < WITH_BOTH ? i : i - living + WITH_BOTH;
            Map<String, @Nullable Object> facts = Residents.adult();
            facts.put("hukou", Map.of("area", LIANHU + "001", "previous", List.of()));
            facts.put("birthDate", poor && i % 60 == 0 && i / 60 < MINORS ? "2012-06-01" : "1970-06-01");
            facts.put("household", Map.of("id", "h" + i, "income", poor ? "DIBAO" : "ABOVE"));
            facts.put("certificate", Residents.certificate("LIMB", !severe ? 3 : ofTheSevere < LEVEL_1 ? 1 : 2));
            district.add(facts);
        }
        return district;
    }

    private List<MonthAnswer> owed(String programme) {
        Months months = Months.of(Residents.PACKS, programme);
        Claim claim = Claim.automatic().in(LIANHU);
        return district.stream()
                .map(facts -> months.answer(FactsOverTime.always(facts), claim, AUGUST))
                .filter(MonthAnswer::owed)
                .toList();
    }

    private static BigDecimal total(List<MonthAnswer> answers) {
        return sums(answers).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long paidAt(List<MonthAnswer> answers, String yuan) {
        return sums(answers).filter(new BigDecimal(yuan)::equals).count();
    }

    private static Stream<BigDecimal> sums(List<MonthAnswer> answers) {
        return answers.stream()
                .map(answer -> Objects.requireNonNull(
                        Objects.requireNonNull(answer.amount()).yuan()));
    }
}
