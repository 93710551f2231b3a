package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.huizhu.local.api.ApiRefused;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnPlatform
@Order(1)
class IssuingTest {

    private static final int WARM_UP = 30;
    private static final int MEASURED = 9;

    private final Platform platform;

    IssuingTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_certificate_sets_off_decisions_in_every_service_within_a_second() {
        for (int i = 0; i < WARM_UP; i++) {
            untilDecided(issue());
        }
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            times.add(untilDecided(issue()));
        }

        System.out.println("From the answer to an issue until all four services have decided: " + times);
        assertThat(times.stream().sorted().toList().get(MEASURED / 2)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void the_answer_shows_each_programme_with_its_conditions_and_sums() {
        String residentId = issue();
        untilDecided(residentId);

        Map<String, JsonNode> decisions = Benefits.of(platform, residentId).decisions();

        assertThat(decisions)
                .containsKeys(
                        "living-subsidy",
                        "care-subsidy",
                        "child-rehab-016",
                        "assistive-device",
                        "family-doctor",
                        "employment-assistance",
                        "zero-employment-household",
                        "one-child-one-plan",
                        "student-aid")
                .hasSizeGreaterThan(40);
        assertPays(decisions.get("living-subsidy"), "100.00");
        assertPays(decisions.get("care-subsidy"), "80.00");
        assertThat(outcome(decisions.get("employment-assistance"))).isEqualTo("ELIGIBLE");
        assertThat(outcome(decisions.get("one-child-one-plan"))).isEqualTo("NOT_ELIGIBLE");
        decisions.values().forEach(IssuingTest::assertExplains);
    }

    private static void assertPays(JsonNode decision, String yuan) {
        assertThat(outcome(decision)).isEqualTo("ELIGIBLE");
        assertThat(decision.required("pack").asString()).isEqualTo("XA-2024");
        assertThat(decision.required("amount").required("yuan").asString()).isEqualTo(yuan);
        assertThat(decision.required("amount").required("period").asString()).isEqualTo("month");
        assertThat(decision.required("conditions").valueStream())
                .allMatch(condition -> condition.required("result").asString().equals("MET"));
    }

    private static void assertExplains(JsonNode decision) {
        assertThat(decision.required("basis").size()).isPositive();
        assertThat(decision.required("conditions").size()).isPositive();
        decision.required("conditions").forEach(condition -> {
            assertThat(condition.required("text").required("zh").asString()).isNotBlank();
            assertThat(condition.required("text").required("en").asString()).isNotBlank();
            assertThat(condition.required("basis").asString()).isNotBlank();
        });
    }

    private static String outcome(JsonNode decision) {
        return decision.required("outcome").asString();
    }

    private String issue() {
        return Registration.ofJoblessInDibaoHousehold(platform.privateWords()).issue(platform);
    }

    private Duration untilDecided(String residentId) {
        long issued = System.nanoTime();
        while (!isDecided(residentId)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            assertThat(Duration.ofNanos(System.nanoTime() - issued)).isLessThan(Duration.ofSeconds(30));
        }
        return Duration.ofNanos(System.nanoTime() - issued);
    }

    private boolean isDecided(String residentId) {
        try {
            return Benefits.of(platform, residentId).complete();
        } catch (ApiRefused noServiceKnowsHerYet) {
            assertThat(noServiceKnowsHerYet.status()).isEqualTo(404);
            return false;
        }
    }
}
