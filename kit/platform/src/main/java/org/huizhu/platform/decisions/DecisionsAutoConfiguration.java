package org.huizhu.platform.decisions;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.facts.HeldFacts;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.packs.PacksInForce;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.transaction.PlatformTransactionManager;

@AutoConfiguration(
        beforeName = "org.huizhu.platform.facts.FactsAutoConfiguration",
        afterName = "org.huizhu.platform.outbox.OutboxAutoConfiguration")
@ConditionalOnProperty("huizhu.decisions.service")
@EnableConfigurationProperties(DecisionsSettings.class)
class DecisionsAutoConfiguration {

    private static final int PARTITIONS = 6;
    private static final Duration KEEP_DECISIONS = Duration.ofDays(90);

    private final DecisionsSettings settings;

    DecisionsAutoConfiguration(DecisionsSettings settings) {
        this.settings = settings;
    }

    @Bean
    Decisions decisions(JdbcTemplate database, InstantSource clock) {
        return new Decisions(database, clock);
    }

    @Bean
    Decide decide(
            PacksInForce packs,
            Decisions decisions,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            List<DecisionFollower> followers,
            Outbox outbox,
            MeterRegistry metrics,
            InstantSource clock) {
        return new Decide(
                packs,
                decisions,
                new Wordings(database, transactions),
                followers,
                outbox,
                new DecisionLatency(metrics, clock),
                clock,
                settings);
    }

    @Bean
    DecisionsController decisionsController(
            Decisions decisions, HeldFacts held, List<DecisionFollower> followers, AuditLog audit) {
        return new DecisionsController(decisions, held, followers, audit);
    }

    @Bean
    NewTopic decisionTopic() {
        return TopicBuilder.name(Topics.decisions(settings.service()))
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEEP_DECISIONS.toMillis()))
                .build();
    }
}
