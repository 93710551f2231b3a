package org.huizhu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.test.FactsJson;
import org.huizhu.platform.test.LastChange;
import org.huizhu.platform.test.ResidentTopic;
import org.huizhu.platform.test.servers.TestServers;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithServers(database = "again")
@SpringBootTest(classes = TestService.class)
@AutoConfigureMockMvc
@Import(DecideAgainTest.OwnClock.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecideAgainTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant TODAY = Instant.parse("2026-11-24T04:00:00Z");
    private static final String PROGRAMME = "test-coming-of-age";

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnClock {

        @Bean
        MovableClock movableClock() {
            return new MovableClock(TODAY);
        }
    }

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvcTester http;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    List<SmartLifecycle> workers;

    private ResidentTopic topic;

    @BeforeAll
    void connect() {
        topic = new ResidentTopic(TestServers.broker().bootstrapServers());
    }

    @AfterAll
    void disconnect() {
        topic.close();
    }

    @BeforeEach
    void itIsToday() {
        clock.set(TODAY);
    }

    @Test
    void on_the_day_on_which_an_answer_changes_it_is_decided_again_and_told_and_remembered() {
        String resident = decided("2008-11-26");
        assertThat(outcome(resident)).isNull();

        clock.set(Instant.parse("2026-11-25T16:00:01Z"));
        restartWorkers();

        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));
        await().atMost(SOON).untilAsserted(() -> assertThat(told(resident)).hasSize(1));
        assertThat(told(resident).getFirst().required("previousOutcome").asString())
                .isEqualTo("NOT_ELIGIBLE");
        JsonNode change = changes(resident).get(0);
        assertThat(change.required("cause").asString()).isEqualTo("org.huizhu.subsidy.calendar.day-reached");
        assertThat(change.required("from").required("outcome").asString()).isEqualTo("NOT_ELIGIBLE");
        assertThat(change.required("to").required("outcome").asString()).isEqualTo("ELIGIBLE");
        assertThat(change.required("asOf").asString()).isEqualTo("2026-11-26");
        assertThat(change.at("/reasons/conditions/0/id").asString()).isEqualTo("T-adult");
        assertThat(change.at("/reasons/conditions/0/facts/birthDate").asString())
                .isEqualTo("2008-11-26");
    }

    @Test
    void the_day_before_nothing_happens() {
        String resident = decided("2008-11-28");

        clock.set(Instant.parse("2026-11-27T15:59:00Z"));
        restartWorkers();
        String after = decided("2000-01-01");

        assertThat(outcome(after)).isEqualTo("ELIGIBLE");
        assertThat(outcome(resident)).isNull();
    }

    @Test
    void other_packs_make_everybody_be_decided_again_and_only_those_with_another_answer_are_told() {
        String resident = decided("2000-01-01");
        await().atMost(SOON).untilAsserted(() -> assertThat(told(resident)).hasSize(1));
        double before = again("rules");

        database.update("UPDATE decided_with SET packs = 'others'");
        restartWorkers();

        await().atMost(SOON).untilAsserted(() -> assertThat(again("rules")).isGreaterThan(before));
        await().atMost(SOON).untilAsserted(() -> assertThat(finishedWith()).isNotEqualTo("others"));
        assertThat(told(resident)).hasSize(1);
        assertThat(changes(resident)).hasSize(2);
        long version = changes(resident).get(0).required("factsVersion").asLong();
        assertThat(changes(resident, "?version=" + version + "&version=" + (version + 1)))
                .hasSize(2);
        assertThat(changes(resident, "?version=" + (version + 1))).isEmpty();
        String last = changes(resident).get(0).required("decidedAt").asString();
        assertThat(changesIn("/decisions?since=2020-01-01T00:00:00Z", resident)).isEqualTo(changes(resident));
        assertThat(changesIn("/decisions?since=" + last, resident)).isEmpty();
    }

    @Test
    void a_round_that_was_interrupted_goes_on_where_it_stopped() {
        String resident = decided("2000-01-02");
        database.update("DELETE FROM decision_changes WHERE resident_id = ?", resident);
        database.update("DELETE FROM assessment WHERE resident_id = ?", resident);
        String packs = finishedWith();

        database.update("UPDATE decided_with SET finished_at = NULL, last_resident = ?", before(resident));
        restartWorkers();

        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));
        await().atMost(SOON).untilAsserted(() -> assertThat(finishedWith()).isEqualTo(packs));
    }

    /** An id just smaller than this one. */
    private static String before(String resident) {
        return resident.substring(0, resident.length() - 1);
    }

    private String decided(String birthDate) {
        String resident = UUID.randomUUID().toString();
        topic.publish(
                UUID.randomUUID().toString(),
                resident,
                FactsJson.of(resident).with("birthDate", birthDate).toString());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COUNT(*) FROM assessment WHERE resident_id = ?", Long.class, resident))
                        .isEqualTo(1));
        return resident;
    }

    private String outcome(String resident) {
        return LastChange.outcome(database, resident, PROGRAMME);
    }

    private List<JsonNode> told(String resident) {
        return topic.all(Topics.decisions("subsidy")).stream()
                .filter(record -> record.key().equals(resident))
                .map(ConsumerRecord::value)
                .map(JsonMapper.shared()::readTree)
                .flatMap(told -> told.required("decisions").valueStream())
                .filter(told -> told.required("programme").asString().equals(PROGRAMME))
                .toList();
    }

    private JsonNode changes(String resident) {
        return changes(resident, "");
    }

    private JsonNode changes(String resident, String which) {
        return changesIn("/decisions/changes" + which, resident);
    }

    private JsonNode changesIn(String what, String resident) {
        var answer = http.get()
                .uri("/api/subsidy/residents/" + resident + what)
                .with(jwt().jwt(token -> token.subject("person").claim("resident_id", resident))
                        .authorities(new SimpleGrantedAuthority("ROLE_resident")))
                .exchange();
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared()
                .readTree(answer.getResponse().getContentAsByteArray())
                .required("changes");
    }

    private double again(String because) {
        return metrics.get("huizhu.decisions.again")
                .tag("because", because)
                .counter()
                .count();
    }

    private String finishedWith() {
        return database.queryForObject(
                "SELECT IF(finished_at IS NULL, 'running', packs) FROM decided_with WHERE id = 1", String.class);
    }

    /** As when the service is started again. */
    private void restartWorkers() {
        workers.stream()
                .filter(worker -> worker.getClass().getSimpleName().equals("DecideAgain"))
                .forEach(worker -> {
                    worker.stop();
                    worker.start();
                });
    }
}
