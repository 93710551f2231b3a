package org.huizhu.identity.credential;

import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of second credentials, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedCredentials {

    @Bean
    SealedColumns sealedCredentialColumns() {
        return SealedColumns.of(SealedColumn.of("second_credential", "number", "id", "second_credential.number:{id}"));
    }
}
