package org.huizhu.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.contracts.CloudEventHeaders;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.test.ResidentTopic;
import org.huizhu.platform.test.servers.TestServers;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers(database = "outbox")
@SpringBootTest(classes = TestService.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = Topics.decisions("subsidy");

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxSettings settings;

    @Autowired
    KafkaProperties kafka;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

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
    void refuses_a_message_outside_a_transaction() {
        assertThatThrownBy(() -> outbox.append(message("k", 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_transaction_that_fails_tells_nobody() {
        String key = UUID.randomUUID().toString();

        transaction.executeWithoutResult(status -> {
            outbox.append(message(key, 1));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> outbox.append(message(key, 2)));

        await().atMost(SOON).untilAsserted(() -> assertThat(numbers(key)).containsExactly(2));
    }

    @Test
    void a_message_is_a_cloud_event_that_names_its_service() {
        String key = UUID.randomUUID().toString();

        transaction.executeWithoutResult(status -> outbox.append(message(key, 1)));

        await().atMost(SOON).untilAsserted(() -> assertThat(numbers(key)).hasSize(1));
        ConsumerRecord<String, byte[]> record = records(key).getFirst();
        CloudEventHeaders event =
                CloudEventHeaders.read(name -> record.headers().lastHeader(name) == null
                        ? null
                        : new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8));
        assertThat(event.source()).hasToString("/huizhu/subsidy");
        assertThat(event.subject()).isEqualTo(key);
        assertThat(event.dataschema()).isEqualTo(Schemas.DECISIONS_CHANGED.id());
    }

    @Test
    void order_per_key_is_kept_and_nothing_is_lost_when_the_broker_dies_and_comes_back() {
        List<String> keys = keys(20);
        append(keys, 1, 10);
        TestServers.broker().kill();
        append(keys, 11, 20);
        assertThat(database.queryForObject("SELECT COUNT(*) FROM outbox", Long.class))
                .isGreaterThanOrEqualTo(200);

        TestServers.broker().restart();
        append(keys, 21, 25);

        awaitInOrder(keys, 25);
    }

    @Test
    void what_is_committed_leaves_while_another_transaction_is_still_appending() {
        List<String> keys = keys(30);

        transaction.executeWithoutResult(status -> {
            outbox.append(keys(30).stream().map(key -> message(key, 1)).toList());
            CompletableFuture.runAsync(() -> append(keys, 1, 2)).join();
            await().atMost(SOON.dividedBy(4))
                    .untilAsserted(() -> assertThat(
                                    CompletableFuture.supplyAsync(this::waiting).join())
                            .isZero());
        });

        awaitInOrder(keys, 2);
    }

    private long waiting() {
        Long waiting = database.queryForObject("SELECT COUNT(*) FROM outbox", Long.class);
        return waiting == null ? 0 : waiting;
    }

    @Test
    void two_relays_share_the_work_and_keep_the_order() {
        List<String> keys = keys(40);
        var other = new OutboxRelay(
                database,
                transaction,
                new OutboxProducer(kafka.buildProducerProperties(), settings),
                settings,
                () -> true);
        other.start();

        append(keys, 1, 30);

        awaitInOrder(keys, 30);
        other.stop();
    }

    private void append(List<String> keys, int from, int to) {
        for (int number = from; number <= to; number++) {
            int n = number;
            transaction.executeWithoutResult(status ->
                    outbox.append(keys.stream().map(key -> message(key, n)).toList()));
        }
    }

    /** A record may come again, but never for the first time after a later one. */
    private void awaitInOrder(List<String> keys, int upTo) {
        await().atMost(SOON).untilAsserted(() -> {
            Map<String, List<Integer>> firsts = firstOccurrences(keys);
            keys.forEach(key -> assertThat(firsts.get(key))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, upTo).boxed().toList()));
            assertThat(database.queryForObject("SELECT COUNT(*) FROM outbox", Long.class))
                    .isZero();
        });
    }

    private Map<String, List<Integer>> firstOccurrences(List<String> keys) {
        Map<String, List<Integer>> firsts = new HashMap<>();
        keys.forEach(key -> firsts.put(key, new ArrayList<>()));
        topic.all(TOPIC).forEach(record -> {
            List<Integer> seen = firsts.get(record.key());
            if (seen != null && !seen.contains(number(record))) {
                seen.add(number(record));
            }
        });
        return firsts;
    }

    private List<Integer> numbers(String key) {
        return records(key).stream().map(OutboxTest::number).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(String key) {
        return topic.all(TOPIC).stream()
                .filter(record -> record.key().equals(key))
                .toList();
    }

    private static int number(ConsumerRecord<String, byte[]> record) {
        return Integer.parseInt(new String(record.value(), StandardCharsets.UTF_8));
    }

    private static List<String> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> UUID.randomUUID().toString())
                .toList();
    }

    private static OutboxMessage message(String key, int number) {
        return new OutboxMessage(TOPIC, key, "org.huizhu.test", Schemas.DECISIONS_CHANGED, number);
    }
}
