package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PartState;
import org.huizhu.local.platform.Progress;
import org.huizhu.local.servers.Distribution;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A part of the platform is down. */
@OnPlatform
@Order(4)
class PartsDownTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(4);

    private final Platform platform;

    PartsDownTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_service_that_is_down_costs_its_own_part_only_until_up_starts_it_again() throws Exception {
        String residentId =
                Registration.ofJoblessInDibaoHousehold(platform.privateWords()).issue(platform);
        awaitComplete(residentId);
        platform.local().kill(Part.REHAB);

        long asked = System.nanoTime();
        Benefits benefits = Benefits.of(platform, residentId);
        Duration answered = Duration.ofNanos(System.nanoTime() - asked);

        assertThat(benefits.statuses())
                .isEqualTo(Map.of("subsidy", "OK", "rehab", "UNAVAILABLE", "employment", "OK", "education", "OK"));
        assertThat(benefits.decisions()).containsKeys("living-subsidy", "student-aid");
        assertThat(answered).isLessThan(TIME_LIMIT);
        assertThat(status()).containsPattern("rehab +dead").containsPattern("subsidy +running");

        platform.local().up(Progress.SILENT);

        assertThat(status()).containsPattern("rehab +running").doesNotContain("dead");
        awaitComplete(residentId);
    }

    @Test
    void up_again_leaves_what_runs_alone() {
        Map<Part, Long> before = pids();

        platform.local().up(Progress.SILENT);

        assertThat(before).hasSize(Part.values().length);
        assertThat(pids()).isEqualTo(before);
    }

    private void awaitComplete(String residentId) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> Benefits.of(platform, residentId).complete());
    }

    private Map<Part, Long> pids() {
        return Arrays.stream(Part.values())
                .filter(part -> platform.local().state(part) instanceof PartState.Running)
                .collect(Collectors.toMap(
                        part -> part,
                        part -> ((PartState.Running) platform.local().state(part)).pid()));
    }

    /** As {@code ./huizhu status} prints it. */
    private String status() throws IOException {
        String built = Stream.of("deploy/local", "kit/eligibility", "kit/contracts")
                .map(module -> Distribution.project()
                        .resolve(module + "/target/classes")
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
        String libraries =
                Distribution.project().resolve("deploy/local/target/lib").toString();
        Process command = new ProcessBuilder(List.of(
                        Distribution.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        built + File.pathSeparator + libraries + "/*",
                        "org.huizhu.local.cli.Huizhu",
                        "status",
                        "--home",
                        platform.home().directory().toString()))
                .redirectErrorStream(true)
                .start();
        return new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
