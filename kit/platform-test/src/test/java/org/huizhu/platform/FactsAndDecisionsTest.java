package org.huizhu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.DecisionsChanged;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.test.AccessRules;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WithServers(database = "facts")
@SpringBootTest(classes = TestService.class)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsAndDecisionsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private ResidentTopic topic;

    @BeforeAll
    void connect() {
        topic = new ResidentTopic(TestServers.broker().bootstrapServers());
    }

    @AfterAll
    void disconnect() {
        topic.close();
    }

    @Test
    void a_snapshot_leads_to_a_stored_and_published_decision_with_its_reasons() {
        String resident = id();

        topic.publish(id(), resident, FactsJson.of(resident).toString());

        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));
        assertThat(get(resident, self(resident)))
                .hasStatusOk()
                .bodyJson()
                .convertTo(Map.class)
                .satisfies(answer -> {
                    Map<?, ?> decision = (Map<?, ?>) ((List<?>) answer.get("decisions")).getLast();
                    assertThat(decision.get("programme")).isEqualTo("test-grant");
                    assertThat(decision.get("amount")).isEqualTo(Map.of("yuan", "80.00", "period", "month"));
                    Map<?, ?> condition = (Map<?, ?>) ((List<?>) decision.get("conditions")).getFirst();
                    assertThat(condition.get("id")).isEqualTo("T-level");
                    assertThat(condition.get("result")).isEqualTo("MET");
                    assertThat(condition.get("text")).isEqualTo(Map.of("zh", "残疾等级为一级或二级", "en", "Level 1 or 2"));
                    assertThat(condition.get("facts")).isEqualTo(Map.of("certificate.level", 2));
                });
        await().atMost(SOON).untilAsserted(() -> assertThat(published(resident)).hasSize(1));
    }

    @Test
    void a_plain_no_is_no_decision_and_is_told_with_every_condition_all_the_same() {
        String resident = id();

        topic.publish(id(), resident, FactsJson.of(resident).level(3).toString());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(count("SELECT COUNT(*) FROM assessment WHERE resident_id = ?", resident))
                                .isEqualTo(1));
        assertThat(outcome(resident)).isNull();
        assertThat(get(resident, self(resident)))
                .hasStatusOk()
                .bodyJson()
                .convertTo(Map.class)
                .satisfies(answer -> {
                    Map<?, ?> decision = (Map<?, ?>) ((List<?>) answer.get("decisions")).getLast();
                    assertThat(decision.get("programme")).isEqualTo("test-grant");
                    assertThat(decision.get("outcome")).isEqualTo("NOT_ELIGIBLE");
                    assertThat(decision.get("blockedBy")).isEqualTo("T-level");
                    assertThat(decision.get("missing")).isEqualTo(List.of());
                    Map<?, ?> condition = (Map<?, ?>) ((List<?>) decision.get("conditions")).getFirst();
                    assertThat(condition.get("result")).isEqualTo("NOT_MET");
                    assertThat(condition.get("text")).isEqualTo(Map.of("zh", "残疾等级为一级或二级", "en", "Level 1 or 2"));
                    assertThat(condition.get("basis")).isNotNull();
                    assertThat(condition.get("facts")).isEqualTo(Map.of("certificate.level", 3));
                });
    }

    @Test
    void a_fact_that_is_read_and_becomes_another_is_told_although_the_answer_stays() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).version(1).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(published(resident)).hasSize(1));

        topic.publish(
                id(),
                resident,
                FactsJson.of(resident)
                        .with("birthDate", "1985-06-14")
                        .version(2)
                        .toString());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(count("SELECT facts_version FROM assessment WHERE resident_id = ?", resident))
                                .isEqualTo(2));
        assertThat(get(resident, self(resident)))
                .bodyJson()
                .extractingPath("$.decisions[0].conditions[0].facts.birthDate")
                .isEqualTo("1985-06-14");
        assertThat(published(resident)).hasSize(1);
    }

    @Test
    void a_fact_that_no_rule_reads_leaves_the_assessment_as_it_is() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).version(1).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));

        topic.publish(
                id(),
                resident,
                FactsJson.of(resident).with("sex", "F").version(2).toString());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(count("SELECT version FROM resident_facts WHERE resident_id = ?", resident))
                                .isEqualTo(2));
        assertThat(count("SELECT facts_version FROM assessment WHERE resident_id = ?", resident))
                .isEqualTo(1);
    }

    @Test
    void the_same_record_twice_changes_nothing() {
        String resident = id();
        String event = id();
        topic.publish(event, resident, FactsJson.of(resident).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(published(resident)).hasSize(1));

        topic.publish(event, resident, FactsJson.of(resident).toString());
        waitUntilReadToTheEnd();

        assertThat(published(resident)).hasSize(1);
        assertThat(count("SELECT COUNT(*) FROM inbox WHERE event_id = ?", event))
                .isEqualTo(1);
    }

    @Test
    void an_older_snapshot_after_a_newer_one_changes_nothing() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).level(1).version(7).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));

        topic.publish(id(), resident, FactsJson.of(resident).level(3).version(6).toString());
        waitUntilReadToTheEnd();

        assertThat(outcome(resident)).isEqualTo("ELIGIBLE");
        assertThat(count("SELECT version FROM resident_facts WHERE resident_id = ?", resident))
                .isEqualTo(7);
    }

    @Test
    void a_changed_outcome_is_published_with_what_it_was_before() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).version(1).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(published(resident)).hasSize(1));

        topic.publish(id(), resident, FactsJson.of(resident).level(3).version(2).toString());

        await().atMost(SOON).untilAsserted(() -> assertThat(published(resident)).hasSize(2));
        DecisionsChanged.Decision change = ContractJson.MAPPER
                .readValue(published(resident).getLast().value(), DecisionsChanged.class)
                .decisions()
                .getLast();
        assertThat(change.outcome()).isEqualTo("NOT_ELIGIBLE");
        assertThat(change.previousOutcome()).isEqualTo("ELIGIBLE");
    }

    @Test
    void a_poison_record_goes_to_the_dead_letters_with_its_reason_and_its_neighbours_are_processed() {
        String before = id();
        String poison = id();
        String after = id();

        topic.publish(id(), before, FactsJson.of(before).toString());
        topic.publish(id(), poison, "{\"residentId\":\"" + poison + "\",\"version\":\"not a number\"}");
        topic.publish(poison, Map.of(), FactsJson.of(poison).toString());
        topic.publish(id(), after, FactsJson.of(after).toString());

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(outcome(before)).isEqualTo("ELIGIBLE");
            assertThat(outcome(after)).isEqualTo("ELIGIBLE");
            assertThat(deadLetters(poison))
                    .extracting(letter -> header(letter, "huizhu-reason"))
                    .hasSize(2)
                    .anySatisfy(reason -> assertThat(reason).startsWith("the value is not a facts snapshot"))
                    .anySatisfy(reason -> assertThat(reason).contains("ce_id"));
        });
        assertThat(outcome(poison)).isNull();
    }

    @Test
    void a_poison_record_under_a_key_that_nobody_foresaw_is_put_aside_too() {
        String after = id();
        String key = "居民".repeat(60);

        topic.publish(key, Map.of("ce_type", "类型".repeat(200)), "nonsense");
        topic.publish(id(), after, FactsJson.of(after).toString());

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(outcome(after)).isEqualTo("ELIGIBLE");
            assertThat(topic.all(Topics.deadLetters(Topics.RESIDENT, "subsidy")))
                    .filteredOn(letter -> letter.headers().lastHeader("huizhu-key") != null)
                    .anySatisfy(
                            letter -> assertThat(header(letter, "huizhu-key")).isEqualTo(key));
        });
    }

    @Test
    void a_decision_goes_on_with_the_trace_of_what_caused_it() {
        String resident = id();
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", id(),
                "ce_source", "/huizhu/identity",
                "ce_type", "org.huizhu.identity.certificate.issued",
                "ce_subject", resident,
                "ce_time", "2026-01-05T02:00:00Z",
                "content-type", "application/json",
                "traceparent", trace));

        topic.publish(resident, headers, FactsJson.of(resident).toString());

        await().atMost(SOON).untilAsserted(() -> assertThat(published(resident)).hasSize(1));
        assertThat(header(published(resident).getFirst(), "traceparent")).isEqualTo(trace);
    }

    @Test
    void an_empty_area_is_no_area_and_not_everywhere() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));

        assertThat(get(resident, staff("street-clerk", ""))).hasStatus(404);
    }

    @Test
    void a_rule_that_breaks_is_a_dead_letter_that_names_the_rule_and_never_a_no() {
        String before = id();
        String broken = id();

        topic.publish(id(), before, FactsJson.of(before).toString());
        topic.publish(id(), broken, FactsJson.of(broken).level(4).toString());

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(outcome(before)).isEqualTo("ELIGIBLE");
            assertThat(deadLetters(broken))
                    .extracting(letter -> header(letter, "huizhu-reason"))
                    .containsExactly("rule T-breaks of test-grant broke");
        });
        assertThat(outcome(broken)).isNull();
    }

    @Test
    void a_service_that_lost_its_database_rebuilds_itself_from_the_topic() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));
        listeners.getListenerContainer("facts").stop();
        List.of("inbox", "consumer_position", "resident_facts", "assessment", "decision_changes")
                .forEach(table -> database.update("DELETE FROM " + table));

        listeners.getListenerContainer("facts").start();

        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));
    }

    @Test
    void while_the_database_is_away_nothing_is_put_aside_and_then_everything_is_decided() {
        String resident = id();
        int lettersBefore =
                topic.all(Topics.deadLetters(Topics.RESIDENT, "subsidy")).size();
        TestServers.database().kill();

        topic.publish(id(), resident, FactsJson.of(resident).toString());
        TestServers.database().restart();

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));
        assertThat(topic.all(Topics.deadLetters(Topics.RESIDENT, "subsidy"))).hasSize(lettersBefore);
    }

    @Test
    void residents_see_themselves_and_staff_see_their_area_and_others_are_told_nothing() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));

        assertThat(get(resident, self(resident))).hasStatusOk();
        assertThat(get(resident, self(id()))).hasStatus(404);
        assertThat(get(resident, staff("street-clerk", "610103001"))).hasStatusOk();
        assertThat(get(resident, staff("federation-officer", "610103"))).hasStatusOk();
        assertThat(get(resident, staff("street-clerk", "610103002"))).hasStatus(404);
        assertThat(get(id(), staff("federation-officer", "610103"))).hasStatus(404);
        assertThat(get(resident, staff("bureau:health", "610103"))).hasStatus(403);
        assertThat(http.get().uri("/api/subsidy/residents/" + resident + "/decisions"))
                .hasStatus(401);
    }

    @Test
    void every_read_of_a_file_is_recorded_with_who_and_whose() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));

        get(resident, staff("street-clerk", "610103001"));

        assertThat(database.queryForList(
                        "SELECT actor FROM audit_entry WHERE action = 'decisions.read' AND resident_id = ?",
                        String.class,
                        resident))
                .containsExactly("street-clerk-1");
    }

    @Test
    void residents_take_with_them_what_was_told_and_decided_of_them_and_nobody_else_does() {
        String resident = id();
        topic.publish(id(), resident, FactsJson.of(resident).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(resident)).isEqualTo("ELIGIBLE"));

        var export =
                http.get().uri("/api/subsidy/me/export").with(self(resident)).exchange();

        assertThat(export).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(export)
                .bodyJson()
                .extractingPath("$.data.facts.facts.residentId")
                .isEqualTo(resident);
        assertThat(export)
                .bodyJson()
                .extractingPath("$.data.decisions.now[?(@.programme == 'test-grant')].outcome")
                .asArray()
                .containsExactly("ELIGIBLE");
        assertThat(export)
                .bodyJson()
                .extractingPath("$.data.decisions.changes[0].to.outcome")
                .isEqualTo("ELIGIBLE");
        assertThat(http.get()
                        .uri("/api/subsidy/me/export?for=" + resident)
                        .with(self(id()))
                        .exchange())
                .hasStatus(404);
        assertThat(database.queryForList(
                        "SELECT roles FROM audit_entry WHERE action = 'export.own' AND resident_id = ?",
                        String.class,
                        resident))
                .containsExactly("resident");
    }

    @Test
    void a_refusal_is_a_problem_in_the_callers_language() {
        var english = http.get()
                .uri("/api/subsidy/residents/" + id() + "/decisions")
                .header("Accept-Language", "en")
                .exchange();

        assertThat(english).hasStatus(401).bodyJson().extractingPath("$.title").isEqualTo("Please sign in");
        assertThat(http.get().uri("/api/subsidy/residents/x/decisions"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("需要登录");
    }

    @Test
    void every_endpoint_says_who_may_call_it() {
        assertThat(AccessRules.unguarded(endpoints)).isEmpty();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult get(
            String resident, RequestPostProcessor caller) {
        return http.get()
                .uri("/api/subsidy/residents/" + resident + "/decisions")
                .with(caller)
                .exchange();
    }

    private static RequestPostProcessor self(String resident) {
        return jwt().jwt(token -> token.subject("person").claim("resident_id", resident))
                .authorities(new SimpleGrantedAuthority("ROLE_resident"));
    }

    private static RequestPostProcessor staff(String role, String area) {
        return jwt().jwt(token -> token.subject(role + "-1").claim("area", area))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private String outcome(String resident) {
        return LastChange.outcome(database, resident, "test-grant");
    }

    private long count(String sql, Object argument) {
        return database.queryForObject(sql, Long.class, argument);
    }

    private List<ConsumerRecord<String, byte[]>> published(String resident) {
        return of(Topics.decisions("subsidy"), resident).stream()
                .filter(record -> new String(record.value(), StandardCharsets.UTF_8).contains("\"test-grant\""))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(String resident) {
        return of(Topics.deadLetters(Topics.RESIDENT, "subsidy"), resident);
    }

    private List<ConsumerRecord<String, byte[]>> of(String name, String key) {
        return topic.all(name).stream()
                .filter(record -> record.key().equals(key))
                .toList();
    }

    /** A record behind all others has been decided, so those before it have been seen too. */
    private void waitUntilReadToTheEnd() {
        String last = id();
        topic.publish(id(), last, FactsJson.of(last).toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(last)).isEqualTo("ELIGIBLE"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
