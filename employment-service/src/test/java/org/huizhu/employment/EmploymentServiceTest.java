package org.huizhu.employment;

import java.util.Map;
import org.huizhu.platform.test.BenefitServiceTest;
import org.huizhu.platform.test.FactsJson;
import org.junit.jupiter.api.Test;

class EmploymentServiceTest extends BenefitServiceTest {

    @Test
    void helps_a_jobless_holder_of_working_age_whose_household_has_no_worker() {
        decides(
                FactsJson.ofHolder()
                        .with(
                                "household",
                                Map.of("id", "h-1", "income", "DIBAO", "employedMembers", 0, "workableMembers", 1)),
                Map.of("employment-assistance", "ELIGIBLE", "zero-employment-household", "ELIGIBLE"));
    }
}
