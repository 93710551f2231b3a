package org.huizhu.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huizhu.platform.test.BenefitServiceTest;
import org.huizhu.platform.test.FactsJson;
import org.junit.jupiter.api.Test;

class SubsidyServiceTest extends BenefitServiceTest {

    @Test
    void gives_both_subsidies_to_a_level_2_holder_of_a_dibao_household() {
        decides(FactsJson.ofHolder(), Map.of("living-subsidy", "ELIGIBLE", "care-subsidy", "ELIGIBLE"));

        assertThat(openedCases()).isEqualTo(Map.of("living-subsidy", 1L, "care-subsidy", 1L));
    }
}
