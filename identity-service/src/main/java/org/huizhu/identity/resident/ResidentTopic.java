package org.huizhu.identity.resident;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.huizhu.contracts.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The topic that this service owns. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ResidentTopic {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic residentFacts() {
        return TopicBuilder.name(Topics.RESIDENT)
                .partitions(PARTITIONS)
                .compact()
                .build();
    }

    /** Makes the topic once the broker answers: this service starts and takes requests while the broker is away. */
    @Component
    static class Maker {

        private final KafkaAdmin admin;
        private volatile boolean made;

        Maker(KafkaAdmin admin) {
            this.admin = admin;
            admin.setAutoCreate(false);
            admin.setOperationTimeout(10);
        }

        @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
        void make() {
            if (!made) {
                made = admin.initialize();
            }
        }
    }
}
