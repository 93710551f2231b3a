package org.huizhu.education;

import java.util.Map;
import org.huizhu.platform.test.BenefitServiceTest;
import org.huizhu.platform.test.FactsJson;
import org.junit.jupiter.api.Test;

class EducationServiceTest extends BenefitServiceTest {

    @Test
    void plans_for_a_child_of_school_age_and_asks_before_it_promises_aid() {
        decides(
                FactsJson.ofHolder()
                        .with("birthDate", "2016-03-01")
                        .with("schooling", Map.of("stage", "PRIMARY", "placement", "ORDINARY")),
                Map.of(
                        "one-child-one-plan", "ELIGIBLE",
                        "preschool-aid", "NOT_ELIGIBLE",
                        "compulsory-aid", "NEEDS_INFORMATION",
                        "student-aid", "NOT_ELIGIBLE",
                        "university-aid", "NOT_ELIGIBLE",
                        "children-of-disabled-parents", "NOT_ELIGIBLE",
                        "exam-accommodation", "NEEDS_INFORMATION",
                        "vocational-admission", "NOT_ELIGIBLE"));
    }
}
