package org.huizhu.identity.delegation;

import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of delegations, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedDelegations {

    @Bean
    SealedColumns sealedDelegationColumns() {
        return SealedColumns.of(SealedColumn.of("delegation", "document", "id", "delegation.document:{id}"));
    }
}
