package org.huizhu.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.test.BenefitServiceTest;
import org.huizhu.platform.test.FactsJson;
import org.junit.jupiter.api.Test;

class SubsidyServiceTest extends BenefitServiceTest {
    private static final List<String> DUE = List.of(
            "living-subsidy",
            "care-subsidy",
            "visits",
            "accident-insurance",
            "day-care",
            "home-care",
            "information-discount");
    private static final List<String> NOT_DUE =
            List.of("dibao-precheck", "dibao-single-person", "living-subsidy-hardship", "orphan-living");
    private static final List<String> WAITING_FOR_THE_FORM = List.of(
            "assessment-fee",
            "dibao-top-up",
            "fuel-subsidy",
            "heating-grant",
            "housing-priority",
            "medical-aid",
            "medical-insurance-aid",
            "pension-aid",
            "tekun-referral",
            "temporary-relief",
            "transit-concession",
            "utilities-relief");

    @Test
    void gives_both_subsidies_and_visits_to_a_level_2_holder_of_a_dibao_household() {
        Map<String, String> outcomes = new HashMap<>();
        DUE.forEach(programme -> outcomes.put(programme, "ELIGIBLE"));
        NOT_DUE.forEach(programme -> outcomes.put(programme, "NOT_ELIGIBLE"));
        WAITING_FOR_THE_FORM.forEach(programme -> outcomes.put(programme, "NEEDS_INFORMATION"));

        decides(FactsJson.ofHolder(), outcomes);

        assertThat(openedCases()).isEqualTo(Map.of("living-subsidy", 1L, "care-subsidy", 1L, "visits", 1L));
    }
}
