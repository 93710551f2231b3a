package org.huizhu.platform.outbox;

import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import org.huizhu.platform.time.IdSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration(
        after = {JdbcTemplateAutoConfiguration.class, TransactionAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnProperty("huizhu.outbox.service")
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxAutoConfiguration {

    private static final int TOPIC_TIMEOUT_SECONDS = 5;

    @Bean
    OutboxRelay outboxRelay(
            JdbcTemplate database,
            TransactionTemplate transaction,
            KafkaProperties kafka,
            KafkaAdmin admin,
            OutboxSettings settings) {
        admin.setOperationTimeout(TOPIC_TIMEOUT_SECONDS);
        return new OutboxRelay(
                database,
                transaction,
                new OutboxProducer(kafka.buildProducerProperties(), settings),
                settings,
                admin::initialize);
    }

    @Bean
    Outbox outbox(
            JdbcTemplate database,
            OutboxSettings settings,
            IdSource ids,
            InstantSource clock,
            ObjectProvider<Tracer> tracer,
            OutboxRelay relay) {
        return new Outbox(database, settings, ids, clock, tracer, relay);
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcTemplate database, InstantSource clock) {
        return new OutboxMetrics(database, clock);
    }
}
