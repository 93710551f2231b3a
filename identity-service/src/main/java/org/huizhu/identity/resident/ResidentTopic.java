package org.huizhu.identity.resident;

import org.apache.kafka.clients.admin.NewTopic;
import org.huizhu.contracts.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic that this service owns; the outbox relay makes it when the broker answers. */
@Configuration(proxyBeanMethods = false)
class ResidentTopic {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic residentFacts() {
        return TopicBuilder.name(Topics.RESIDENT)
                .partitions(PARTITIONS)
                .compact()
                .build();
    }
}
