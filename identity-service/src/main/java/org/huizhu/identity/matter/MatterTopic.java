package org.huizhu.identity.matter;

import org.apache.kafka.clients.admin.NewTopic;
import org.huizhu.contracts.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic on which steps are told; the outbox relay makes it when the broker answers. */
@Configuration(proxyBeanMethods = false)
class MatterTopic {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic certificateMatters() {
        return TopicBuilder.name(Topics.CERTIFICATE_MATTER)
                .partitions(PARTITIONS)
                .build();
    }
}
