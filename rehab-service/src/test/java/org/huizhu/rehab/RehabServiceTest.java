package org.huizhu.rehab;

import static java.util.Map.entry;

import java.util.Map;
import org.huizhu.platform.test.BenefitServiceTest;
import org.huizhu.platform.test.FactsJson;
import org.junit.jupiter.api.Test;

class RehabServiceTest extends BenefitServiceTest {

    @Test
    void offers_a_grown_up_holder_a_family_doctor_and_asks_before_it_promises_a_device() {
        decides(
                FactsJson.ofHolder(),
                Map.ofEntries(
                        entry("assistive-device", "NEEDS_INFORMATION"),
                        entry("child-rehab-016", "NOT_ELIGIBLE"),
                        entry("child-rehab-06", "NOT_ELIGIBLE"),
                        entry("family-doctor", "ELIGIBLE"),
                        entry("home-accessibility", "NEEDS_INFORMATION"),
                        entry("medical-rehab-items", "NEEDS_INFORMATION"),
                        entry("mental-rehab", "NOT_ELIGIBLE"),
                        entry("motor-rehab", "NEEDS_INFORMATION"),
                        entry("psychological-support", "NEEDS_INFORMATION"),
                        entry("robot-training", "NEEDS_INFORMATION"),
                        entry("screening-link", "NOT_ELIGIBLE")));
    }
}
