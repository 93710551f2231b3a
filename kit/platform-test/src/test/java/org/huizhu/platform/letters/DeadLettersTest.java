package org.huizhu.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huizhu.contracts.CloudEventHeaders;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.ResidentDelegations;
import org.huizhu.contracts.ResidentDelegations.Delegation;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.letters.Letter.State;
import org.huizhu.platform.test.FactsJson;
import org.huizhu.platform.test.LastChange;
import org.huizhu.platform.test.ResidentTopic;
import org.huizhu.platform.test.servers.TestServers;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Records that could not be processed: seen, tried again, put away, and never read by an operator. */
@WithServers(database = "letters")
@SpringBootTest(classes = TestService.class)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ALL = "/api/subsidy/dead-letters";
    private static final String NAME = "试样甲";
    private static final String ID_NUMBER = "610103197803169214";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Letters letters;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    private ResidentTopic topic;

    @BeforeAll
    void connect() throws Exception {
        String broker = TestServers.broker().bootstrapServers();
        topic = new ResidentTopic(broker);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            if (!admin.listTopics().names().get().contains(Topics.DELEGATION)) {
                admin.createTopics(List.of(new NewTopic(Topics.DELEGATION, 2, (short) 1)))
                        .all()
                        .get();
            }
        }
        waitUntilReadToTheEnd();
    }

    @AfterAll
    void disconnect() {
        topic.close();
    }

    @Test
    void a_record_that_failed_for_a_passing_reason_is_listed_and_decided_once_the_cause_is_gone() {
        String resident = id();
        String event = id();
        String letter = whileNobodyNewCanBeHeld("resident_facts", () -> {
            topic.publish(event, resident, FactsJson.of(resident).toString());
            return letterOf(resident);
        });
        assertThat(get(ALL + "?state=OPEN&size=100"))
                .bodyJson()
                .extractingPath("$.items[?(@.id == '" + letter + "')].residentId")
                .asArray()
                .containsExactly(resident);
        assertThat(get(ALL + "/" + letter))
                .hasStatusOk()
                .bodyJson()
                .convertTo(Map.class)
                .satisfies(answer -> {
                    Map<?, ?> said = (Map<?, ?>) answer.get("letter");
                    assertThat(said.get("state")).isEqualTo("OPEN");
                    assertThat(said.get("why")).isEqualTo("FAILED");
                    assertThat(said.get("reason")).isEqualTo("processing failed with DataIntegrityViolationException");
                    assertThat(said.get("topic")).isEqualTo(Topics.RESIDENT);
                    assertThat(said.get("eventId")).isEqualTo(event);
                    assertThat(said.get("eventType")).isEqualTo(EventTypes.CERTIFICATE_ISSUED);
                    assertThat(said.get("attempts")).isEqualTo(0);
                    assertThat((Map<?, ?>) answer.get("headers")).isEqualTo(topicHeaders(event, resident));
                    assertThat(answer.get("hidden")).isEqualTo(0);
                    assertThat(answer.get("replayable")).isEqualTo(true);
                });
        long position = position();

        MvcTestResult replayed = post(letter, "replay");

        assertThat(replayed)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("TAKEN_IN");
        assertThat(replayed).bodyJson().extractingPath("$.state").isEqualTo("REPLAYED");
        assertThat(replayed).bodyJson().extractingPath("$.actedBy").isEqualTo("operator-1");
        assertThat(outcome(resident)).isEqualTo("ELIGIBLE");
        assertThat(position()).isEqualTo(position);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topic.all(Topics.decisions("subsidy")))
                        .anyMatch(record -> record.key().equals(resident)));
        assertThat(acts(letter)).containsExactly("dead-letter.replayed");
    }

    @Test
    void a_letter_that_was_processed_is_not_processed_twice() {
        String resident = id();
        String letter = whileNobodyNewCanBeHeld("resident_facts", () -> {
            topic.publish(id(), resident, FactsJson.of(resident).toString());
            return letterOf(resident);
        });

        List<CompletableFuture<Integer>> atOnce = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> post(letter, "replay").getResponse().getStatus()))
                .toList();

        assertThat(atOnce.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(post(letter, "replay"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("dead-letter-replayed");
        assertThat(acts(letter)).containsExactly("dead-letter.replayed");
        assertThat(count("SELECT attempts FROM dead_letter WHERE id = ?", letter))
                .isEqualTo(1);
    }

    @Test
    void a_snapshot_that_a_newer_one_has_overtaken_changes_nothing_and_says_so() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).level(4).version(3).toString());
        String letter = letterOf(resident);
        topic.publish(id(), resident, FactsJson.of(resident).level(1).version(5).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));

        assertThat(post(letter, "replay"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("OVERTAKEN");

        assertThat(outcome(resident)).isEqualTo("ELIGIBLE");
        assertThat(count("SELECT version FROM resident_facts WHERE resident_id = ?", resident))
                .isEqualTo(5);
        assertThat(letters.find(letter).orElseThrow().state()).isEqualTo(State.REPLAYED);
    }

    @Test
    void an_event_that_has_come_in_by_another_record_is_known_already() {
        String resident = id();
        String event = id();
        String letter = whileNobodyNewCanBeHeld("resident_facts", () -> {
            topic.publish(event, resident, FactsJson.of(resident).toString());
            return letterOf(resident);
        });
        topic.publish(event, resident, FactsJson.of(resident).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));

        assertThat(post(letter, "replay"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("KNOWN");
    }

    @Test
    void what_fails_again_stays_open_and_says_what_went_wrong_this_time() {
        String broken = id();
        String letter = whileNobodyNewCanBeHeld("resident_facts", () -> {
            topic.publish(id(), broken, FactsJson.of(broken).level(4).toString());
            return letterOf(broken);
        });
        String unreadable = id();
        topic.publish(id(), unreadable, "{\"residentId\":\"" + unreadable + "\",\"version\":\"x\"}");
        String other = letterOf(unreadable);

        MvcTestResult again = post(letter, "replay");

        assertThat(again).hasStatusOk().bodyJson().extractingPath("$.outcome").isEqualTo("FAILED");
        assertThat(again).bodyJson().extractingPath("$.state").isEqualTo("OPEN");
        assertThat(again).bodyJson().extractingPath("$.reason").isEqualTo("rule T-breaks of test-grant broke");
        assertThat(post(letter, "replay"))
                .bodyJson()
                .extractingPath("$.attempts")
                .isEqualTo(2);
        assertThat(post(other, "replay")).bodyJson().extractingPath("$.why").isEqualTo("UNREADABLE");
        assertThat(count("SELECT COUNT(*) FROM resident_facts WHERE resident_id = ?", broken))
                .isZero();
        assertThat(acts(letter)).containsExactly("dead-letter.replay-failed", "dead-letter.replay-failed");
        assertThat(count("SELECT COUNT(*) FROM dead_letter WHERE resident_id = ?", broken))
                .isEqualTo(1);
    }

    @Test
    void a_list_of_delegations_is_tried_again_likewise() {
        String resident = id();
        String account = id();
        var told = new ResidentDelegations(
                resident,
                1,
                List.of(new Delegation(
                        id(), account, List.of(Scope.READ_FILE), Instant.parse("2026-01-05T02:00:00Z"), null)));
        String letter = whileNobodyNewCanBeHeld("held_delegation_list", () -> {
            tell(resident, ContractJson.MAPPER.writeValueAsString(told));
            return letterOf(resident);
        });
        assertThat(get(ALL + "/" + letter))
                .bodyJson()
                .extractingPath("$.letter.topic")
                .isEqualTo(Topics.DELEGATION);

        assertThat(post(letter, "replay"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("TAKEN_IN");

        assertThat(count("SELECT COUNT(*) FROM held_delegation WHERE account = ?", account))
                .isEqualTo(1);
    }

    @Test
    void a_letter_is_put_away_for_a_reason_and_taken_out_again() {
        String resident = id();
        topic.publish(id(), resident, "nonsense");
        String letter = letterOf(resident);

        assertThat(post(letter, "discard", "{\"reason\": \"  \"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("reason");
        assertThat(post(letter, "discard", "{\"reason\": \"" + "长".repeat(201) + "\"}"))
                .hasStatus(422);
        assertThat(post(letter, "reopen")).hasStatus(409);
        assertThat(post(letter, "discard", "{\"reason\": \"发送方已重发\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.note")
                .isEqualTo("发送方已重发");
        assertThat(post(letter, "replay"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("dead-letter-discarded");
        assertThat(post(letter, "discard", "{\"reason\": \"again\"}")).hasStatus(409);
        assertThat(post(letter, "reopen"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("OPEN");
        assertThat(acts(letter)).containsExactly("dead-letter.discarded", "dead-letter.reopened");
        assertThat(post(id(), "replay")).hasStatus(404);
    }

    @Test
    void nobody_reads_in_a_letter_what_is_somebodys_not_even_in_the_database() {
        String marker = id();
        Map<String, String> headers = new LinkedHashMap<>(topicHeaders(marker, ID_NUMBER));
        headers.put("x-name", NAME);
        topic.publish(ID_NUMBER, headers, "{\"name\":\"" + NAME + "\",\"idNumber\":\"" + ID_NUMBER + "\"");

        String letter = await().atMost(SOON)
                .until(() -> ids("SELECT id FROM dead_letter WHERE event_id = ?", marker), ids -> !ids.isEmpty())
                .getFirst();

        assertThat(get(ALL + "/" + letter))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(NAME, ID_NUMBER)
                .contains(marker);
        assertThat(get(ALL + "/" + letter))
                .bodyJson()
                .extractingPath("$.hidden")
                .isEqualTo(2);
        Map<String, Object> row = database.queryForMap("SELECT * FROM dead_letter WHERE id = ?", letter);
        row.values()
                .forEach(value -> assertThat(
                                value instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.UTF_8)
                                        : String.valueOf(value))
                        .doesNotContain(NAME, ID_NUMBER));
        assertThat(new String(letters.content(letter), StandardCharsets.UTF_8)).contains(NAME);
        assertThat(letters.envelope(letter).key()).isEqualTo(ID_NUMBER);
    }

    @Test
    void a_topic_that_is_read_from_its_beginning_again_makes_no_second_letter() {
        String resident = id();
        topic.publish(id(), resident, "nonsense");
        String letter = letterOf(resident);
        post(letter, "discard", "{\"reason\": \"test\"}");
        listeners.getListenerContainer("facts").stop();
        database.update("DELETE FROM consumer_position");

        listeners.getListenerContainer("facts").start();
        waitUntilReadToTheEnd();

        assertThat(ids("SELECT id FROM dead_letter WHERE resident_id = ?", resident))
                .containsExactly(letter);
        assertThat(letters.find(letter).orElseThrow().state()).isEqualTo(State.DISCARDED);
    }

    @Test
    void open_letters_come_first_page_by_page_and_are_counted_for_whoever_watches() {
        String handled = id();
        topic.publish(id(), handled, "nonsense");
        post(letterOf(handled), "discard", "{\"reason\": \"test\"}");
        String open = id();
        topic.publish(id(), open, "nonsense");
        letterOf(open);

        long all = count("SELECT COUNT(*) FROM dead_letter");
        long opened = count("SELECT COUNT(*) FROM dead_letter WHERE state = 'OPEN'");
        assertThat(get(ALL + "?size=1"))
                .bodyJson()
                .extractingPath("$.items[0].residentId")
                .isEqualTo(open);
        assertThat(get(ALL + "?size=1&page=" + (all - 1)))
                .bodyJson()
                .extractingPath("$.items[0].state")
                .isNotEqualTo("OPEN");
        assertThat(get(ALL + "?size=1")).bodyJson().extractingPath("$.total").isEqualTo((int) all);
        assertThat(get(ALL + "?state=DISCARDED"))
                .bodyJson()
                .extractingPath("$.items[0].residentId")
                .isEqualTo(handled);
        assertThat(get(ALL + "?state=LOST")).hasStatus(400);
        assertThat(metrics.get("huizhu.dead.letters.open").gauge().value()).isEqualTo(opened);
    }

    @Test
    void what_was_dealt_with_is_removed_in_time_and_what_is_open_never() {
        String handled = id();
        topic.publish(id(), handled, "nonsense");
        String away = letterOf(handled);
        post(away, "discard", "{\"reason\": \"test\"}");
        String open = id();
        topic.publish(id(), open, "nonsense");
        String stays = letterOf(open);
        database.update("UPDATE dead_letter SET acted_at = '2020-01-01 00:00:00' WHERE id = ?", away);
        database.update("UPDATE dead_letter SET put_aside_at = '2020-01-01 00:00:00' WHERE id = ?", stays);

        int removed = letters.removeHandled(Instant.parse("2020-06-01T00:00:00Z"), 1000);

        assertThat(removed).isEqualTo(1);
        assertThat(letters.find(away)).isEmpty();
        assertThat(letters.find(stays)).isPresent();
        assertThat(http.get()
                        .uri("/api/subsidy/retention")
                        .header("Accept-Language", "en")
                        .with(operator())
                        .exchange())
                .bodyJson()
                .extractingPath("$[?(@.rule == 'dead-letter')].keep")
                .asArray()
                .containsExactly("P180D");
    }

    @Test
    void residents_are_told_in_their_export_that_a_record_of_theirs_was_put_aside() {
        String resident = id();
        topic.publish(id(), resident, "{\"name\":\"" + NAME + "\"");
        letterOf(resident);

        MvcTestResult export = http.get()
                .uri("/api/subsidy/me/export")
                .with(jwt().jwt(token -> token.subject("person").claim("resident_id", resident))
                        .authorities(new SimpleGrantedAuthority("ROLE_resident")))
                .exchange();

        assertThat(export)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.data.deadLetters[0].state")
                .isEqualTo("OPEN");
        assertThat(export).bodyText().doesNotContain(NAME);
    }

    /** A reference that is missing, as a migration that was broken off leaves it: until it is gone nobody new can be held. */
    private <T> T whileNobodyNewCanBeHeld(String table, java.util.function.Supplier<T> meanwhile) {
        database.execute("CREATE TABLE known_resident (PRIMARY KEY (resident_id)) ENGINE = InnoDB"
                + " AS SELECT DISTINCT resident_id FROM " + table);
        try {
            database.execute("ALTER TABLE " + table + " ADD CONSTRAINT is_known FOREIGN KEY (resident_id)"
                    + " REFERENCES known_resident (resident_id)");
            try {
                return meanwhile.get();
            } finally {
                database.execute("ALTER TABLE " + table + " DROP FOREIGN KEY is_known");
            }
        } finally {
            database.execute("DROP TABLE known_resident");
        }
    }

    private String letterOf(String resident) {
        return await().atMost(SOON)
                .until(() -> ids("SELECT id FROM dead_letter WHERE resident_id = ?", resident), ids -> !ids.isEmpty())
                .getFirst();
    }

    private List<String> ids(String sql, String argument) {
        return database.queryForList(sql, String.class, argument);
    }

    private List<String> acts(String letter) {
        return ids("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id", "dead-letter/" + letter);
    }

    private long position() {
        return count("SELECT SUM(next_offset) FROM consumer_position WHERE topic = ?", Topics.RESIDENT);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(operator()).exchange();
    }

    private MvcTestResult post(String letter, String act) {
        return http.post().uri(ALL + "/" + letter + "/" + act).with(operator()).exchange();
    }

    private MvcTestResult post(String letter, String act, String json) {
        return http.post()
                .uri(ALL + "/" + letter + "/" + act)
                .contentType("application/json")
                .content(json)
                .with(operator())
                .exchange();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor operator() {
        return jwt().jwt(token -> token.subject("operator-1")).authorities(new SimpleGrantedAuthority("ROLE_operator"));
    }

    private static Map<String, String> topicHeaders(String event, String subject) {
        return CloudEventHeaders.of(
                        event,
                        "identity",
                        EventTypes.CERTIFICATE_ISSUED,
                        subject,
                        Instant.parse("2026-01-05T02:00:00Z"),
                        Schemas.RESIDENT_FACTS,
                        null)
                .toMap();
    }

    private static void tell(String resident, String json) {
        Map<String, String> headers = CloudEventHeaders.of(
                        id(),
                        "identity",
                        EventTypes.DELEGATION_CHANGED,
                        resident,
                        Instant.parse("2026-01-05T02:00:00Z"),
                        Schemas.RESIDENT_DELEGATIONS,
                        null)
                .toMap();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestServers.broker().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(Topics.DELEGATION, 0, resident, json);
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
    }

    /** A record behind all others has been decided, so those before it have been seen too. */
    private void waitUntilReadToTheEnd() {
        String last = id();
        topic.publish(id(), last, FactsJson.of(last).toString());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(outcome(last)).isEqualTo("ELIGIBLE"));
    }

    private String outcome(String resident) {
        return LastChange.outcome(database, resident, "test-grant");
    }

    private long count(String sql, Object... arguments) {
        return database.queryForObject(sql, Long.class, arguments);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
