package org.huizhu.employment;

import static java.util.Map.entry;

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
                Map.ofEntries(
                        entry("employment-assistance", "ELIGIBLE"),
                        entry("zero-employment-household", "ELIGIBLE"),
                        entry("auxiliary-employment", "NEEDS_INFORMATION"),
                        entry("driving-licence", "NEEDS_INFORMATION"),
                        entry("graduate-plan", "NEEDS_INFORMATION"),
                        entry("internship-subsidy", "NEEDS_INFORMATION"),
                        entry("training-subsidy", "NEEDS_INFORMATION"),
                        entry("flexible-employment-subsidy", "NOT_ELIGIBLE"),
                        entry("massage-point", "NOT_ELIGIBLE"),
                        entry("shop-insurance-subsidy", "NOT_ELIGIBLE"),
                        entry("start-up-grant", "NOT_ELIGIBLE")));
    }
}
