package org.huizhu.identity.bureau;

import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of events, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedEvents {

    @Bean
    SealedColumns sealedEventColumns() {
        return SealedColumns.of(SealedColumn.of("received_event", "body", "id", "received_event.body:{id}"));
    }
}
