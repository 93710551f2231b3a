package org.huizhu.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.huizhu.platform.letters.Letters;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.schema.KitSchema;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
@ConditionalOnProperty("huizhu.decisions.service")
@EnableScheduling
class InboxAutoConfiguration {

    @Bean
    @Order(1)
    KitSchema decisionsSchema() {
        return new KitSchema("decisions");
    }

    @Bean
    Inbox inbox(JdbcTemplate database, InstantSource clock) {
        return new Inbox(database, clock);
    }

    @Bean
    Positions positions(JdbcTemplate database) {
        return new Positions(database);
    }

    @Bean
    DeadLetters deadLetters(
            Outbox outbox,
            Letters letters,
            @Value("${huizhu.decisions.service}") String consumer,
            MeterRegistry metrics) {
        return new DeadLetters(outbox, letters, consumer, metrics);
    }

    @Bean
    InboxCleaner inboxCleaner(Inbox inbox) {
        return new InboxCleaner(inbox);
    }
}
