package org.huizhu.identity.card;

import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of smart cards, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedCards {

    @Bean
    SealedColumns sealedCardColumns() {
        return SealedColumns.of(SealedColumn.of("smart_card", "chip", "id", "smart_card.chip:{id}"));
    }
}
