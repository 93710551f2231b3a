package org.huizhu.platform.facts;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.inbox.DeadLetters;
import org.huizhu.platform.inbox.Inbox;
import org.huizhu.platform.inbox.Positions;
import org.huizhu.platform.inbox.TakeIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.FixedBackOff;

@AutoConfiguration(
        afterName = {
            "org.huizhu.platform.inbox.InboxAutoConfiguration",
            "org.huizhu.platform.outbox.OutboxAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnProperty("huizhu.decisions.service")
@EnableKafka
class FactsAutoConfiguration {

    private static final int BATCH = 500;
    private static final long RETRY_AFTER_MS = 500;
    private static final int DEAD_LETTER_BYTES = 4 * 1024 * 1024;
    private static final Duration KEEP_DEAD_LETTERS = Duration.ofDays(90);

    private final String consumer;

    FactsAutoConfiguration(@Value("${huizhu.decisions.service}") String consumer) {
        this.consumer = consumer;
    }

    @Bean
    HeldFacts heldFacts(JdbcTemplate database, InstantSource clock) {
        return new HeldFacts(database, clock);
    }

    @Bean
    FactsExport factsExport(JdbcTemplate database) {
        return new FactsExport(database);
    }

    @Bean
    NewTopic deadLetterTopic() {
        return TopicBuilder.name(Topics.deadLetters(Topics.RESIDENT, consumer))
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEEP_DEAD_LETTERS.toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(DEAD_LETTER_BYTES))
                .build();
    }

    @Bean
    FactsListener factsListener(
            TransactionTemplate transaction,
            Inbox inbox,
            Positions positions,
            HeldFacts held,
            DeadLetters deadLetters,
            List<FactsFollower> followers) {
        var takeIn = new TakeIn<>(transaction, inbox, positions, deadLetters, new LearnFacts(held, followers));
        return new FactsListener(takeIn, positions, deadLetters);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> factsContainerFactory(
            KafkaProperties kafka, MeterRegistry metrics) {
        var consumers = new DefaultKafkaConsumerFactory<>(
                consumerProperties(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(metrics));
        var containers = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        containers.setConsumerFactory(consumers);
        containers.getContainerProperties().setAckMode(AckMode.BATCH);
        // Where to go on stands in the database; what the broker is told serves monitoring and need not be waited for.
        containers.getContainerProperties().setSyncCommits(false);
        containers.getContainerProperties().setObservationEnabled(true);
        containers.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY_AFTER_MS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return containers;
    }

    private static Map<String, Object> consumerProperties(KafkaProperties kafka) {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return properties;
    }
}
