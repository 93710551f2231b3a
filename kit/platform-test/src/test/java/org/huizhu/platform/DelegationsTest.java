package org.huizhu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.huizhu.platform.test.FactsJson;
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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A benefit service asks its own table, with its own clock, at every call; what a token says of it does not count. */
@WithServers(database = "delegations")
@SpringBootTest(classes = {TestService.class, DelegationsTest.Clock.class})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant FROM = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-24T16:00:00Z");

    @TestConfiguration
    static class Clock {

        @Bean
        @Primary
        MovableClock movable() {
            return new MovableClock(FROM);
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @Autowired
    InstantSource clock;

    private ResidentTopic facts;
    private KafkaProducer<String, String> delegations;

    @BeforeAll
    void connect() throws Exception {
        String broker = TestServers.broker().bootstrapServers();
        facts = new ResidentTopic(broker);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(Topics.DELEGATION, 2, (short) 1)))
                    .all()
                    .get();
        }
        delegations = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    void disconnect() {
        facts.close();
        delegations.close();
    }

    @Test
    void an_account_reads_from_the_first_instant_to_the_last_and_not_one_later() {
        String resident = resident();
        String account = id();
        tell(resident, 1, given(account, Scope.READ_FILE));
        await().atMost(SOON).untilAsserted(() -> assertThat(held(resident)).isEqualTo(1));

        assertThat(read(resident, account, FROM.minusSeconds(1))).isEqualTo(404);
        assertThat(read(resident, account, FROM)).isEqualTo(200);
        assertThat(read(resident, account, UNTIL.minusMillis(1))).isEqualTo(200);
        assertThat(read(resident, account, UNTIL)).isEqualTo(404);
        assertThat(read(resident, account, UNTIL.plusSeconds(1))).isEqualTo(404);
    }

    @Test
    void a_revocation_counts_as_soon_as_it_is_heard() {
        String resident = resident();
        String account = id();
        tell(resident, 1, given(account, Scope.READ_FILE));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read(resident, account, FROM)).isEqualTo(200));

        tell(resident, 2);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read(resident, account, FROM)).isEqualTo(404));
    }

    @Test
    void an_older_list_after_a_newer_one_opens_nothing_again() {
        String resident = resident();
        String account = id();
        String other = id();
        tell(resident, 5);
        tell(resident, 4, given(account, Scope.READ_FILE));
        tell(resident, 6, given(other, Scope.READ_FILE));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read(resident, other, FROM)).isEqualTo(200));
        assertThat(read(resident, account, FROM)).isEqualTo(404);
    }

    @Test
    void another_scope_does_not_open_the_file_and_a_claim_in_the_token_opens_nothing() {
        String resident = resident();
        String account = id();
        tell(resident, 1, given(account, Scope.MONEY, Scope.MESSAGES));
        await().atMost(SOON).untilAsserted(() -> assertThat(held(resident)).isEqualTo(2));

        assertThat(read(resident, account, FROM)).isEqualTo(404);
    }

    @Test
    void a_list_that_cannot_be_read_is_put_aside_and_its_neighbours_count() {
        String resident = resident();
        String account = id();
        send(resident, "{\"residentId\":\"" + resident + "\",\"version\":\"x\"}");
        tell(resident, 1, given(account, Scope.READ_FILE));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read(resident, account, FROM)).isEqualTo(200));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(facts.all(Topics.deadLetters(Topics.DELEGATION, "subsidy")))
                        .anyMatch(dead -> dead.key().equals(resident)));
    }

    private int read(String resident, String account, Instant at) {
        ((MovableClock) clock).set(at.minusNanos(1_000));
        return http.get()
                .uri("/api/subsidy/residents/" + resident + "/decisions")
                .with(jwt().jwt(token -> token.subject(account).claim("acts_for", List.of(resident)))
                        .authorities(new SimpleGrantedAuthority("ROLE_guardian")))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static Delegation given(String account, Scope... scopes) {
        return new Delegation(id(), account, List.of(scopes), FROM, UNTIL);
    }

    private String resident() {
        String resident = id();
        facts.publish(id(), resident, FactsJson.of(resident).toString());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COUNT(*) FROM resident_facts WHERE resident_id = ?", Long.class, resident))
                        .isEqualTo(1));
        return resident;
    }

    private long held(String resident) {
        Long rows = database.queryForObject(
                "SELECT COUNT(*) FROM held_delegation WHERE resident_id = ?", Long.class, resident);
        return rows == null ? 0 : rows;
    }

    private void tell(String resident, long version, Delegation... given) {
        send(
                resident,
                ContractJson.MAPPER.writeValueAsString(new ResidentDelegations(resident, version, List.of(given))));
    }

    private void send(String resident, String json) {
        var record = new ProducerRecord<>(Topics.DELEGATION, 0, resident, json);
        CloudEventHeaders.of(
                        id(),
                        "identity",
                        EventTypes.DELEGATION_CHANGED,
                        resident,
                        FROM,
                        Schemas.RESIDENT_DELEGATIONS,
                        null)
                .toMap()
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        delegations.send(record);
        delegations.flush();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
