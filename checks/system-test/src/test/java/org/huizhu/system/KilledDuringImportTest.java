package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** SIGKILL, in the middle of an import of a district's file. */
@OnPlatform
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledDuringImportTest {

    private static final int ROWS = 5_000;
    private static final int UNDISTURBED_ROWS = 1_000;
    private static final Duration OUTAGE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Platform platform;
    private final Flow flow;
    private final Decided decided;

    KilledDuringImportTest(Platform platform) throws Exception {
        this.platform = platform;
        this.flow = new Flow(platform);
        this.decided = new Decided(platform);
    }

    /** What a failure left dead must not make the next tests fail as well. */
    @AfterEach
    void startWhatIsDead() {
        platform.local().up(Progress.SILENT);
    }

    @Test
    @Order(1)
    void an_undisturbed_import_ends_in_the_decisions_that_the_rules_give() throws Exception {
        Instant start = Instant.now();
        ImportedFile file = ImportedFile.upload(platform, UNDISTURBED_ROWS, 11);

        assertAllIn(UNDISTURBED_ROWS, file.awaitEnd(PATIENCE));
        flow.awaitRest(PATIENCE);
        System.out.println("Undisturbed: " + Duration.between(start, Instant.now()));

        assertRight(UNDISTURBED_ROWS);
    }

    @Test
    @Order(2)
    void every_part_may_be_killed_in_one_import_and_the_broker_may_be_away_for_two_minutes() throws Exception {
        ImportedFile file = ImportedFile.upload(platform, ROWS, 12);
        killInTheMiddle(file, Part.IDENTITY, 0.2);
        platform.restart(Part.IDENTITY);
        killInTheMiddle(file, Part.SUBSIDY, 0.3);
        killInTheMiddle(file, Part.MARIADB, 0.4);
        platform.restart(Part.MARIADB);
        killInTheMiddle(file, Part.KAFKA, 0.5);
        Instant back = Instant.now().plus(OUTAGE);
        // Only now, for meanwhile the import would have come to its end; and a service must start without its broker.
        platform.restart(Part.SUBSIDY);
        List<String> issuedMeanwhile = new ArrayList<>();

        assertAllIn(ROWS, file.awaitEnd(PATIENCE));
        Awaitility.await()
                .atMost(OUTAGE.plusMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> {
                    issuedMeanwhile.add(Registration.ofJoblessInDibaoHousehold(platform.privateWords())
                            .issue(platform));
                    return Instant.now().isAfter(back);
                });
        assertThat(platform.database(Part.IDENTITY).number("SELECT COUNT(*) FROM outbox"))
                .isGreaterThanOrEqualTo(issuedMeanwhile.size());
        platform.restart(Part.KAFKA);

        flow.awaitRest(PATIENCE);
        assertThat(issuedMeanwhile)
                .hasSizeGreaterThan(10)
                .allMatch(id -> Benefits.of(platform, id).complete());
        assertRight(ROWS);
    }

    private void killInTheMiddle(ImportedFile file, Part part, double share) throws SQLException {
        file.awaitProgress(share);
        double progress = file.progress();
        platform.local().kill(part);

        System.out.printf("Killed %s at %.0f %%%n", part.word(), 100 * progress);
        assertThat(progress).isBetween(0.2, 0.8);
    }

    private static void assertAllIn(int rows, Map<String, Object> end) {
        assertThat(end)
                .containsEntry("status", "DONE")
                .containsEntry("imported", rows)
                .containsEntry("rejected", 0);
    }

    private void assertRight(int atLeast) throws SQLException, IOException {
        int residents = decided.checkNew();
        decided.checkOrder();
        Platform.DECIDING.forEach(decided::checkTold);
        assertThat(residents).isGreaterThanOrEqualTo(atLeast);
        for (Part service : Platform.DECIDING) {
            assertThat(platform.topics()
                            .all(org.huizhu.contracts.Topics.deadLetters(
                                    org.huizhu.contracts.Topics.RESIDENT, service.word())))
                    .as("dead letters of " + service.word())
                    .hasSizeLessThanOrEqualTo(RepeatsAndPoisonTest.POISON);
        }
    }
}
