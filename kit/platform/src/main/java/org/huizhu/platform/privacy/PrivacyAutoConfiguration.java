package org.huizhu.platform.privacy;

import java.time.InstantSource;
import java.time.Period;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.outbox.OutboxSettings;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Access;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@AutoConfiguration(
        afterName = {
            "org.huizhu.platform.audit.AuditAutoConfiguration",
            "org.huizhu.platform.outbox.OutboxAutoConfiguration"
        })
@ConditionalOnProperty("huizhu.outbox.service")
@EnableConfigurationProperties(RetentionSettings.class)
class PrivacyAutoConfiguration {

    private static final Period TEN_YEARS = Period.ofYears(10);

    @Bean
    ExportController exportController(
            ObjectProvider<PersonalData> parts,
            OutboxSettings service,
            AuditLog audit,
            Access access,
            InstantSource clock) {
        return new ExportController(parts.orderedStream().toList(), service, audit, access, clock);
    }

    /** A removed entry would break the chain, so nothing removes any; ten years is what may be asked for. */
    @Bean
    RetentionRule auditRetention() {
        return new RetentionRule("audit", TEN_YEARS, TEN_YEARS, null);
    }

    @Bean
    Retention retention(
            ObjectProvider<RetentionRule> rules, RetentionSettings settings, JdbcClient database, InstantSource clock) {
        return new Retention(rules.orderedStream().toList(), settings, database, clock);
    }

    @Bean
    RetentionWorker retentionWorker(Retention retention, RetentionSettings settings) {
        return new RetentionWorker(retention, settings);
    }

    @Bean
    RetentionController retentionController(Retention retention, ProblemTexts texts) {
        return new RetentionController(retention, texts);
    }
}
