package org.huizhu.identity.privacy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed here, and how long this service keeps what is no resident's file. */
@Configuration(proxyBeanMethods = false)
class PrivacyParts {

    private static final Period MONTH = Period.ofDays(30);
    private static final Period DAY = Period.ofDays(1);

    @Bean
    SealedColumns sealedPrivacyColumns() {
        return SealedColumns.of(SealedColumn.of("full_view", "note", "id", "full_view.note:{id}"));
    }

    @Bean
    RetentionRule answeredRequestRetention(JdbcClient database) {
        return rule("answered-request", MONTH, DAY, database, "DELETE FROM answered_request WHERE answered_at < ?");
    }

    /** Faults go with their rows: they are of no use alone. */
    @Bean
    RetentionRule rejectedRowRetention(JdbcClient database) {
        return new RetentionRule("rejected-row", MONTH, DAY, (limit, most) -> {
            database.sql("DELETE FROM import_fault WHERE import_id IN"
                            + " (SELECT id FROM import_run WHERE finished_at < ?) LIMIT " + most)
                    .param(utc(limit))
                    .update();
            return database.sql("DELETE FROM import_rejected_row WHERE import_id IN"
                            + " (SELECT id FROM import_run WHERE finished_at < ?) LIMIT " + most)
                    .param(utc(limit))
                    .update();
        });
    }

    /** What was uploaded goes when its import ends; this is for one that broke off or was left behind. */
    @Bean
    RetentionRule uploadRetention(JdbcClient database) {
        return rule(
                "upload",
                Period.ofDays(7),
                DAY,
                database,
                "DELETE FROM import_chunk WHERE import_id IN (SELECT id FROM import_run WHERE received_at < ?"
                        + " AND status IN ('RECEIVING', 'DONE', 'FAILED'))");
    }

    @Bean
    RetentionRule fullViewRetention(FullViews views) {
        return new RetentionRule("full-view", Period.ofYears(10), Period.ofYears(10), views::removeBefore);
    }

    @Bean
    RetentionRule verificationCodeRetention(VerificationCodes codes) {
        return new RetentionRule("verification-code", Period.ofYears(1), MONTH, codes::removeExpiredBefore);
    }

    private static RetentionRule rule(String name, Period keep, Period atLeast, JdbcClient database, String delete) {
        return new RetentionRule(
                name,
                keep,
                atLeast,
                (limit, most) -> database.sql(delete + " LIMIT " + most)
                        .param(utc(limit))
                        .update());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
