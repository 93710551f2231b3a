package org.huizhu.rehab;

import java.util.Map;
import org.huizhu.platform.test.BenefitServiceTest;
import org.huizhu.platform.test.FactsJson;
import org.junit.jupiter.api.Test;

class RehabServiceTest extends BenefitServiceTest {

    @Test
    void offers_a_grown_up_holder_a_family_doctor_and_asks_before_it_promises_a_device() {
        decides(
                FactsJson.ofHolder(),
                Map.of(
                        "family-doctor",
                        "ELIGIBLE",
                        "assistive-device",
                        "NEEDS_INFORMATION",
                        "child-rehab-016",
                        "NOT_ELIGIBLE"));
    }
}
