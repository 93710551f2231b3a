package org.huizhu.identity.account;

import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of accounts, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedAccounts {

    @Bean
    SealedColumns sealedAccountColumns() {
        return SealedColumns.of(
                SealedColumn.of("account", "name", "id", "account.name:{id}"),
                SealedColumn.of("account_task", "secret", "id", "account_task.secret:{id}"));
    }
}
