package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What issuing depends on is killed while certificates are issued. However long it is away, each answer comes soon and says
 * what it is worth, and whatever was accepted is there in the end, once. The same for the broker is shown with an import:
 * see {@link KilledDuringImportTest}.
 */
@OnPlatform
@Order(9)
class IssuingOutagesTest {

    private static final String ISSUE = "/api/identity/certificates";
    private static final String LIST = "/api/identity/certificate-matters?size=1";
    private static final int AT_ONCE = 4;
    private static final Duration SOON = Duration.ofSeconds(7);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();

    IssuingOutagesTest(Platform platform) {
        this.platform = platform;
    }

    /** A request under its key, what was answered, if anything was, and how long that took. */
    private record Sent(String key, String body, Caller.@Nullable Answer answer, Duration took) {

        boolean isAccepted() {
            return answer != null && answer.status() == 201;
        }

        /** Nothing of the person, who would be in the report of a failure. */
        @Override
        public String toString() {
            return "Sent[" + key + ", " + (answer == null ? "no answer" : answer.status()) + ", " + took + "]";
        }
    }

    @AfterEach
    void startWhatIsDead() {
        platform.local().up(Progress.SILENT);
    }

    @Test
    void while_the_database_is_away_issuing_says_so_and_what_was_accepted_is_there_once() throws Exception {
        Caller officer = Caller.program(platform);
        long before = residents();
        try (var clerks = new Clerks(officer)) {
            awaitUntil(() -> accepted() >= 3L * AT_ONCE);
            platform.local().kill(Part.MARIADB);
            awaitUntil(() -> refused() >= 2L * AT_ONCE);
            platform.restart(Part.MARIADB);
            long meanwhile = accepted();
            awaitUntil(() -> accepted() >= meanwhile + 2L * AT_ONCE);
            clerks.goHome();
        }

        System.out.println("Answers while the database was killed: " + answers());
        assertThat(sent.values()).allSatisfy(one -> {
            assertThat(one.took()).isLessThan(SOON);
            assertThat(one.answer()).isNotNull();
            if (!one.isAccepted()) {
                assertSaysWhatToDo(one.answer());
            }
        });
        // The service says so itself, until the gateway asks it for a while no longer.
        assertThat(codes()).contains("try-again").isSubsetOf("try-again", "service-unavailable");

        for (Sent one : List.copyOf(sent.values())) {
            Caller.Answer again = officer.post(ISSUE, one.body(), one.key());
            assertThat(again.status()).as(again.json().toString()).isEqualTo(201);
            if (one.isAccepted()) {
                assertThat(again.json()).isEqualTo(one.answer().json());
            }
            sent.put(one.key(), new Sent(one.key(), one.body(), again, one.took()));
        }
        assertThereOnce(before);
    }

    @Test
    void while_keycloak_is_away_who_has_signed_in_goes_on_and_a_service_that_knows_no_keys_says_so() throws Exception {
        Caller officer = Caller.program(platform);
        long before = residents();
        issue(officer);
        platform.local().kill(Part.KEYCLOAK);

        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(issue(officer).isAccepted()).isTrue();
        }
        platform.local().kill(Part.IDENTITY);
        platform.restart(Part.IDENTITY);
        // The gateway may still have to find out that its old connections to the service are gone.
        awaitUntil(() -> officer.get(LIST).text("code").equals("sign-in-unavailable"));
        Sent unknown = issue(officer);

        assertSaysWhatToDo(unknown.answer());
        assertThat(unknown.answer().text("code")).isEqualTo("sign-in-unavailable");
        assertThat(sent.values()).allSatisfy(one -> assertThat(one.took()).isLessThan(SOON));

        platform.restart(Part.KEYCLOAK);
        Caller.Answer again = officer.post(ISSUE, unknown.body(), unknown.key());
        assertThat(again.status()).as(again.json().toString()).isEqualTo(201);
        sent.put(unknown.key(), new Sent(unknown.key(), unknown.body(), again, unknown.took()));
        assertThat(Caller.program(platform).get(LIST).status()).isEqualTo(200);
        assertThereOnce(before);
    }

    /** In words, in the caller's language, with a time to wait; and nothing that only its makers understand. */
    private static void assertSaysWhatToDo(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(503);
        assertThat(answer.text("detail")).contains("请").doesNotContain("Exception", "SQL");
        assertThat(answer.headers()
                        .firstValue("Retry-After")
                        .map(Integer::valueOf)
                        .orElseThrow())
                .isBetween(1, 30);
    }

    private void assertThereOnce(long before) throws SQLException {
        Set<String> issued = ConcurrentHashMap.newKeySet();
        sent.values()
                .forEach(one ->
                        assertThat(issued.add(one.answer().text("residentId"))).isTrue());
        assertThat(residents() - before).isEqualTo(sent.size());
        assertThat(platform.database(Part.IDENTITY)
                        .number("SELECT COUNT(*) FROM certificate WHERE resident_id IN ('" + String.join("','", issued)
                                + "')"))
                .isEqualTo(sent.size());
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(issued)
                        .allMatch(id -> Benefits.of(platform, id).complete()));
    }

    private Set<String> codes() {
        return sent.values().stream()
                .filter(one -> !one.isAccepted() && one.answer() != null)
                .map(one -> one.answer().text("code"))
                .collect(Collectors.toSet());
    }

    private long residents() throws SQLException {
        return platform.database(Part.IDENTITY).number("SELECT COUNT(*) FROM resident");
    }

    private long accepted() {
        return sent.values().stream().filter(Sent::isAccepted).count();
    }

    private long refused() {
        return sent.size() - accepted();
    }

    private Map<Integer, Integer> answers() {
        Map<Integer, Integer> answers = new TreeMap<>();
        sent.values()
                .forEach(one ->
                        answers.merge(one.answer() == null ? 0 : one.answer().status(), 1, Integer::sum));
        return answers;
    }

    private static void awaitUntil(Callable<Boolean> enough) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(enough);
    }

    private Sent issue(Caller officer) {
        String body = Registration.ofJoblessInDibaoHousehold(platform.privateWords())
                .body()
                .toString();
        String key = UUID.randomUUID().toString();
        long start = System.nanoTime();
        Caller.@Nullable Answer answer = null;
        try {
            answer = officer.post(ISSUE, body, key);
        } catch (IOException noAnswer) {
            System.out.println("No answer: " + noAnswer);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var one = new Sent(key, body, answer, Duration.ofNanos(System.nanoTime() - start));
        sent.put(key, one);
        return one;
    }

    /** Several at their desks, who issue one certificate after the other until they go home. */
    private final class Clerks implements AutoCloseable {

        private final ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<?>> working = new ArrayList<>();
        private volatile boolean open = true;

        Clerks(Caller officer) {
            for (int i = 0; i < AT_ONCE; i++) {
                working.add(desks.submit(() -> {
                    while (open) {
                        if (!issue(officer).isAccepted()) {
                            // Whoever is told to come back does not knock a thousand times.
                            LockSupport.parkNanos(REST.toNanos());
                        }
                    }
                }));
            }
        }

        void goHome() throws Exception {
            open = false;
            for (Future<?> one : working) {
                one.get();
            }
        }

        @Override
        public void close() {
            open = false;
            desks.close();
        }
    }
}
