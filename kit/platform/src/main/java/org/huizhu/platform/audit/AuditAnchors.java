package org.huizhu.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.huizhu.contracts.AuditAnchored;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.JacksonException;

/** Where the chain has been said to stand: in the table, and in the topic, which a database administrator cannot edit. */
final class AuditAnchors {

    static final RowMapper<Anchor> ROW = (row, n) -> new Anchor(
            new Head(row.getLong("seq"), row.getBytes("hash")),
            row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
            row.getBytes("mac"));

    private static final Logger log = LoggerFactory.getLogger(AuditAnchors.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int MOST = 20_000;

    private final JdbcTemplate database;
    private final Map<String, Object> kafka;
    private final String topic;

    AuditAnchors(JdbcTemplate database, KafkaProperties kafka, String service) {
        this.database = database;
        this.kafka = new HashMap<>(kafka.buildConsumerProperties());
        this.kafka.remove("group.id");
        this.kafka.put("enable.auto.commit", false);
        this.kafka.put("allow.auto.create.topics", false);
        this.kafka.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        this.kafka.put("request.timeout.ms", (int) PATIENCE.toMillis());
        this.topic = Topics.audit(service);
    }

    /** The newest {@value #MOST}; whatever lies before an anchor is proven by it. */
    List<Anchor> inTable() {
        return database.query("SELECT seq, hash, at, mac FROM audit_anchor ORDER BY seq DESC LIMIT " + MOST, ROW);
    }

    /** Likewise of the topic; empty if the broker does not answer. A record that is no anchor has an empty proof. */
    Optional<List<Anchor>> inTopic() {
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics(PATIENCE).getOrDefault(topic, List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            partitions.forEach(partition -> consumer.seek(
                    partition, Math.max(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - MOST)));
            return Optional.of(read(consumer, ends));
        } catch (KafkaException away) {
            log.warn("The topic {} could not be read: {}", topic, away.toString());
            return Optional.empty();
        }
    }

    private static List<Anchor> read(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<Anchor> anchors = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > until) {
                throw new KafkaException("the topic did not come to its end in time");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(record -> anchors.add(anchor(record)));
        }
        return anchors;
    }

    private static Anchor anchor(ConsumerRecord<String, byte[]> record) {
        try {
            return Anchor.of(ContractJson.MAPPER.readValue(record.value(), AuditAnchored.class));
        } catch (JacksonException | IllegalArgumentException foreign) {
            return new Anchor(Head.EMPTY, Instant.ofEpochMilli(record.timestamp()), new byte[0]);
        }
    }
}
