package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.local.platform.Part;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records that come twice, late, or broken. */
@OnPlatform
@Order(3)
class RepeatsAndPoisonTest {

    /** How many broken records this class leaves on the residents' topic. */
    static final int POISON = 1;

    private static final String TOPIC = org.huizhu.contracts.Topics.RESIDENT;

    private final Platform platform;
    private final Flow flow;

    RepeatsAndPoisonTest(Platform platform) {
        this.platform = platform;
        this.flow = new Flow(platform);
    }

    @Test
    void a_record_that_comes_twice_and_an_older_snapshot_change_nothing() throws SQLException {
        String residentId = issue();
        flow.awaitRest(Duration.ofSeconds(30));
        ConsumerRecord<String, byte[]> record = recordOf(residentId);
        List<Map<String, Object>> before = decisions(residentId);
        long told = told();

        platform.topics().publish(TOPIC, record.partition(), record.key(), Topics.headers(record), record.value());
        Map<String, String> headers = new HashMap<>(Topics.headers(record));
        headers.put("ce_id", "test-" + UUID.randomUUID());
        platform.topics().publish(TOPIC, record.partition(), record.key(), headers, older(record));
        flow.awaitRest(Duration.ofSeconds(30));

        assertThat(before)
                .extracting(change -> String.valueOf(change.get("trace")))
                .anyMatch(trace -> trace.contains("living-subsidy"))
                .anyMatch(trace -> trace.contains("family-doctor"))
                .anyMatch(trace -> trace.contains("employment-assistance"));
        assertThat(decisions(residentId)).isEqualTo(before);
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void a_broken_record_is_put_aside_with_its_reason_and_its_neighbours_are_decided() throws SQLException {
        String before = issue();
        flow.awaitRest(Duration.ofSeconds(30));
        ConsumerRecord<String, byte[]> neighbour = recordOf(before);
        Map<String, String> headers = new HashMap<>(Topics.headers(neighbour));
        headers.put("ce_id", "test-" + UUID.randomUUID());
        String broken = "{\"residentId\": \"" + before + "\", \"version\": ";

        platform.topics()
                .publish(TOPIC, neighbour.partition(), before, headers, broken.getBytes(StandardCharsets.UTF_8));
        String after = issue();
        flow.awaitRest(Duration.ofSeconds(30));

        for (Part service : Platform.DECIDING) {
            List<ConsumerRecord<String, byte[]>> aside =
                    platform.topics().all(org.huizhu.contracts.Topics.deadLetters(TOPIC, service.word()));
            assertThat(aside).as(service.word()).hasSize(POISON);
            assertThat(aside.getFirst().value()).isEqualTo(broken.getBytes(StandardCharsets.UTF_8));
            assertThat(Topics.headers(aside.getFirst()))
                    .containsEntry("huizhu-topic", TOPIC)
                    .containsEntry("ce_id", headers.get("ce_id"))
                    .hasEntrySatisfying(
                            "huizhu-reason", reason -> assertThat(reason).contains("not a facts snapshot"));
        }
        assertThat(Benefits.of(platform, after).complete()).isTrue();
    }

    private byte[] older(ConsumerRecord<String, byte[]> record) {
        ObjectNode facts = (ObjectNode) JsonMapper.shared().readTree(record.value());
        facts.put("version", facts.required("version").asLong() - 1);
        ((ObjectNode) facts.required("certificate")).put("level", 4);
        return JsonMapper.shared().writeValueAsBytes(facts);
    }

    private ConsumerRecord<String, byte[]> recordOf(String residentId) {
        return platform.topics().all(TOPIC).stream()
                .filter(record -> record.key().equals(residentId))
                .toList()
                .getLast();
    }

    private List<Map<String, Object>> decisions(String residentId) throws SQLException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Part service : Platform.DECIDING) {
            all.addAll(platform.database(service)
                    .rows("SELECT * FROM decision_changes WHERE resident_id = '" + residentId + "' ORDER BY id"));
        }
        return all;
    }

    private long told() {
        return Platform.DECIDING.stream()
                .mapToLong(service -> platform.topics().end(org.huizhu.contracts.Topics.decisions(service.word())))
                .sum();
    }

    private String issue() {
        return Registration.ofJoblessInDibaoHousehold(platform.privateWords()).issue(platform);
    }
}
