package org.huizhu.identity.delegation;

import org.apache.kafka.clients.admin.NewTopic;
import org.huizhu.contracts.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic of delegations; the outbox relay makes it when the broker answers. */
@Configuration(proxyBeanMethods = false)
class DelegationTopic {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic delegationsTopic() {
        return TopicBuilder.name(Topics.DELEGATION)
                .partitions(PARTITIONS)
                .compact()
                .build();
    }
}
