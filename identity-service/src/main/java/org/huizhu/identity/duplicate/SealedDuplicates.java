package org.huizhu.identity.duplicate;

import java.util.List;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of possible duplicates, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedDuplicates {

    @Bean
    SealedColumns sealedDuplicateColumns() {
        return SealedColumns.of(
                SealedColumn.of("possible_duplicate", "memo", "id", "possible_duplicate.memo:{id}"),
                new SealedColumn(
                        "duplicate_decision",
                        "reason",
                        List.of("duplicate_id", "sequence"),
                        "duplicate_decision.reason:{duplicate_id}:{sequence}"));
    }
}
