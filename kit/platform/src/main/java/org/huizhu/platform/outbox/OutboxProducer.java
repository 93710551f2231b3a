package org.huizhu.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches so that either all of a batch is acknowledged or the producer is thrown away. An idempotent producer
 * writes each partition in order or not at all, so a batch that failed half-way can be sent again from its start: some
 * records come twice, none overtakes another.
 */
final class OutboxProducer implements AutoCloseable {

    /** A dead letter is what somebody else sent, with headers of ours on top. */
    private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;

    private final String service;
    private final Map<String, Object> configuration;
    private @Nullable Producer<String, byte[]> producer;

    OutboxProducer(Map<String, Object> kafka, OutboxSettings settings) {
        int sendWithin = Math.toIntExact(settings.sendWithin().toMillis());
        this.service = settings.service();
        this.configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, sendWithin);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, sendWithin);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, sendWithin / 2);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        configuration.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    }

    /** Returns when all are acknowledged; after a {@link KafkaException} the same rows may be sent again. */
    void send(List<OutboxRow> rows) {
        try {
            trySend(rows);
        } catch (KafkaException | IllegalStateException failed) {
            discard();
            throw failed;
        } catch (InterruptedException stopped) {
            discard();
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while sending", stopped);
        }
    }

    private void trySend(List<OutboxRow> rows) throws InterruptedException {
        Producer<String, byte[]> open = open();
        List<Future<RecordMetadata>> pending = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            pending.add(open.send(row.toRecord(service), (sent, failure) -> {
                // With one request under way at a time, nothing behind a batch that was given up is sent before it.
                if (failure != null) {
                    open.close(Duration.ZERO);
                }
            }));
        }
        open.flush();
        for (Future<RecordMetadata> acknowledged : pending) {
            try {
                acknowledged.get();
            } catch (ExecutionException failed) {
                throw new KafkaException("a record was not acknowledged", failed.getCause());
            }
        }
    }

    private Producer<String, byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(configuration);
        }
        return producer;
    }

    /** Nothing of a given-up batch may still be on its way when the batch is sent again. */
    private void discard() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        discard();
    }
}
