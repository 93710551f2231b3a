package org.huizhu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.huizhu.contracts.Topics;
import org.huizhu.local.platform.Part;

/** Tells when no facts are on their way any more. */
final class Rest implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final MeasuredPlatform platform;
    private final KafkaConsumer<byte[], byte[]> broker;
    private final List<TopicPartition> partitions;
    private final Map<Part, Connection> databases = new EnumMap<>(Part.class);

    Rest(MeasuredPlatform platform) {
        this.platform = platform;
        this.broker = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = broker.partitionsFor(Topics.RESIDENT).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Waits until it is reached. */
    void await() throws SQLException {
        while (!isReached()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Everything that identity wrote down was sent, and every service has stored what follows from it. */
    boolean isReached() throws SQLException {
        if (number(Part.IDENTITY, "SELECT COUNT(*) FROM outbox") > 0) {
            return false;
        }
        long end = broker.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        for (Part service : MeasuredPlatform.DECIDING) {
            if (takenIn(service) < end) {
                return false;
            }
        }
        return true;
    }

    private long takenIn(Part service) throws SQLException {
        return number(
                service,
                "SELECT COALESCE(SUM(next_offset), 0) FROM consumer_position WHERE topic = '" + Topics.RESIDENT + "'");
    }

    /** Over a connection that is kept: to open one costs the database more than to answer. */
    private long number(Part service, String sql) throws SQLException {
        Connection open = databases.get(service);
        if (open == null) {
            open = platform.connect(service);
            databases.put(service, open);
        }
        try (var statement = open.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        broker.close();
        for (Connection open : databases.values()) {
            open.close();
        }
    }
}
