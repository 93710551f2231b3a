package org.huizhu.identity.bureau;

import java.time.Period;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of files, for a change of keys, and how long it is kept. */
@Configuration(proxyBeanMethods = false)
class EventFileParts {

    @Bean
    SealedColumns sealedEventFileColumns() {
        return SealedColumns.of(EventFiles.PIECES, EventFiles.HEADERS);
    }

    @Bean
    RetentionRule eventFileRetention(EventFiles files) {
        return new RetentionRule("event-file", Period.ofDays(30), Period.ofDays(1), files::removeBefore);
    }
}
