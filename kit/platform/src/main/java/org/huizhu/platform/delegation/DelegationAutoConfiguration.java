package org.huizhu.platform.delegation;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.inbox.DeadLetters;
import org.huizhu.platform.inbox.Inbox;
import org.huizhu.platform.inbox.Positions;
import org.huizhu.platform.inbox.TakeIn;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration(afterName = "org.huizhu.platform.facts.FactsAutoConfiguration")
@ConditionalOnProperty("huizhu.decisions.service")
class DelegationAutoConfiguration {

    private static final Duration KEEP_DEAD_LETTERS = Duration.ofDays(90);

    @Bean
    HeldDelegations heldDelegations(JdbcTemplate database) {
        return new HeldDelegations(database);
    }

    @Bean
    DelegationsListener delegationsListener(
            TransactionTemplate transaction,
            Inbox inbox,
            Positions positions,
            HeldDelegations held,
            DeadLetters deadLetters) {
        return new DelegationsListener(
                new TakeIn<>(transaction, inbox, positions, deadLetters, held), positions, deadLetters);
    }

    @Bean
    NewTopic deadDelegationsTopic(DeadLetters deadLetters) {
        return TopicBuilder.name(Topics.deadLetters(Topics.DELEGATION, deadLetters.consumer()))
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEEP_DEAD_LETTERS.toMillis()))
                .build();
    }
}
