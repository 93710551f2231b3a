package org.huizhu.identity;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;

/** Reads the resident topic from its start. */
public final class PublishedFacts implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    public PublishedFacts(String bootstrapServers) {
        this(bootstrapServers, Topics.RESIDENT);
    }

    /** Reads another topic that is keyed by resident. */
    public PublishedFacts(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "500"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** Those of one resident, as soon as there are {@code count}. */
    public List<ResidentFacts> await(String residentId, int count) {
        return awaitRecords(residentId, count).stream()
                .map(entry -> ContractJson.MAPPER.readValue(entry.value(), ResidentFacts.class))
                .toList();
    }

    public List<ConsumerRecord<String, String>> awaitRecords(String residentId, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            poll();
            return of(residentId).size() >= count;
        });
        return of(residentId);
    }

    /** All that come until {@code count} are there, and shortly after. */
    public List<ConsumerRecord<String, String>> awaitAll(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            poll();
            return records.size() >= count;
        });
        poll();
        return records;
    }

    public void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    }

    /** Those of one resident that have come so far. */
    public List<ConsumerRecord<String, String>> held(String residentId) {
        return of(residentId);
    }

    private List<ConsumerRecord<String, String>> of(String residentId) {
        return records.stream().filter(entry -> entry.key().equals(residentId)).toList();
    }

    public static String header(ConsumerRecord<String, String> entry, String name) {
        return new String(entry.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** What the contract's schema has against it. */
    public static List<String> faults(String json) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Schemas.RESIDENT_FACTS.text());
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
