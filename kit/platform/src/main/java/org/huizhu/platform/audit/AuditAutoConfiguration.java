package org.huizhu.platform.audit;

import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.crypto.Proof;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxSettings;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Access;
import org.huizhu.platform.security.ResidentHomes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@EnableConfigurationProperties(AuditSettings.class)
class AuditAutoConfiguration {

    @Bean
    AuditLog auditLog(
            JdbcTemplate database, InstantSource clock, ObjectProvider<Tracer> tracer, ObjectProvider<Proof> proof) {
        return new AuditLog(database, clock, tracer, proof);
    }

    /** Where there is a master key to prove with and an outbox to tell by: in every service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty({"huizhu.crypto.master-key-file", "huizhu.outbox.service"})
    static class Chain {

        @Bean
        AuditChain auditChain(
                JdbcTemplate database,
                TransactionTemplate transaction,
                Outbox outbox,
                Proof proof,
                InstantSource clock,
                AuditSettings settings,
                OutboxSettings names) {
            return new AuditChain(database, transaction, outbox, proof, clock, settings, names.service());
        }

        @Bean
        ChainWorker chainWorker(AuditChain chain, InstantSource clock, AuditSettings settings) {
            return new ChainWorker(chain, clock, settings);
        }

        @Bean
        AuditEntries auditEntries(JdbcTemplate database) {
            return new AuditEntries(database);
        }

        @Bean
        VerifyAudit verifyAudit(
                JdbcTemplate database,
                KafkaProperties kafka,
                Proof proof,
                InstantSource clock,
                AuditSettings settings,
                OutboxSettings names) {
            var anchors = new AuditAnchors(database, kafka, names.service());
            return new VerifyAudit(database, anchors, proof, clock, settings, names.service());
        }

        @Bean
        AuditController auditController(
                AuditEntries entries,
                VerifyAudit verifyAudit,
                AuditLog audit,
                ObjectProvider<ResidentHomes> homes,
                ProblemTexts texts) {
            return new AuditController(entries, verifyAudit, audit, homes, texts);
        }

        @Bean
        ReadsController readsController(AuditEntries entries, AuditLog audit, Access access, ProblemTexts texts) {
            return new ReadsController(entries, audit, access, texts);
        }

        /** Kept for ever: the first anchor is as good a witness as the last. */
        @Bean
        NewTopic auditTopic(OutboxSettings names) {
            return TopicBuilder.name(Topics.audit(names.service()))
                    .partitions(1)
                    .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                    .build();
        }
    }
}
