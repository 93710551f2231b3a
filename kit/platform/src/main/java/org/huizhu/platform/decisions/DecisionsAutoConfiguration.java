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
import org.springframework.transaction.support.TransactionTemplate;

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
    Assessments assessments(JdbcTemplate database, InstantSource clock) {
        return new Assessments(database, clock);
    }

    @Bean
    Decisions decisions(JdbcTemplate database, InstantSource clock) {
        return new Decisions(database, clock);
    }

    @Bean
    Wordings wordings(JdbcTemplate database, PlatformTransactionManager transactions) {
        return new Wordings(database, transactions);
    }

    @Bean
    Decide decide(
            PacksInForce packs,
            Wordings wordings,
            Assessments assessments,
            Decisions decisions,
            List<DecisionFollower> followers,
            Outbox outbox,
            MeterRegistry metrics,
            InstantSource clock) {
        return new Decide(
                packs,
                wordings,
                assessments,
                decisions,
                new TellDecisions(followers, outbox, settings),
                new DecisionLatency(metrics, clock),
                clock);
    }

    @Bean
    DecideAgain decideAgain(
            TransactionTemplate transaction,
            JdbcTemplate database,
            PacksInForce packs,
            HeldFacts held,
            Decide decide,
            Assessments assessments,
            InstantSource clock,
            MeterRegistry metrics) {
        return new DecideAgain(
                transaction,
                held,
                decide,
                assessments,
                new DecidedWith(database, packs::digest, clock),
                clock,
                settings.service(),
                metrics);
    }

    @Bean
    DecisionsView decisionsView(Assessments assessments, Wordings wordings, List<DecisionFollower> followers) {
        return new DecisionsView(assessments, wordings, followers);
    }

    @Bean
    DecisionsController decisionsController(DecisionsView view, Decisions decisions, HeldFacts held, AuditLog audit) {
        return new DecisionsController(view, decisions, held, audit);
    }

    @Bean
    DecisionsExport decisionsExport(DecisionsView view, Decisions decisions) {
        return new DecisionsExport(view, decisions);
    }

    @Bean
    NewTopic decisionTopic() {
        return TopicBuilder.name(Topics.decisions(settings.service()))
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEEP_DECISIONS.toMillis()))
                .build();
    }
}
