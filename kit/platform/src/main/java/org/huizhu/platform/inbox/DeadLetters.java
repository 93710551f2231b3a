package org.huizhu.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.letters.Letters;
import org.huizhu.platform.letters.Why;
import org.huizhu.platform.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records that can never be processed aside, as they came, with headers that say why and where from. They leave
 * through the outbox, so that none is lost while the broker is away, and stay in {@link Letters}, where an operator sees
 * them.
 */
public final class DeadLetters {

    static final String REASON = "huizhu-reason";
    static final String TOPIC = "huizhu-topic";
    static final String PARTITION = "huizhu-partition";
    static final String KEY = "huizhu-key";
    static final String OFFSET = "huizhu-offset";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Outbox outbox;
    private final Letters letters;
    private final String consumer;
    private final Counter counter;

    DeadLetters(Outbox outbox, Letters letters, String consumer, MeterRegistry metrics) {
        this.outbox = outbox;
        this.letters = letters;
        this.consumer = consumer;
        this.counter = Counter.builder("huizhu.dead.letters")
                .description("Records put aside because they can never be processed")
                .register(metrics);
    }

    /** The name under which this service reads. */
    public String consumer() {
        return consumer;
    }

    /** Writes it down in the caller's transaction; {@code reason} must hold nothing of the record's content. */
    void send(ConsumerRecord<String, byte[]> from, Why why, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        from.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        letters.keep(from, new LinkedHashMap<>(headers), why, reason);
        headers.put(REASON, reason);
        headers.put(TOPIC, from.topic());
        headers.put(PARTITION, Integer.toString(from.partition()));
        headers.put(OFFSET, Long.toString(from.offset()));
        String topic = Topics.deadLetters(from.topic(), consumer);
        if (from.key() != null) {
            headers.put(KEY, from.key());
        }
        outbox.forward(topic, from.key(), headers, from.value());
        counter.increment();
        log.error("Put aside {}-{}@{} to {}: {}", from.topic(), from.partition(), from.offset(), topic, reason);
    }
}
