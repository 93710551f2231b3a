package org.huizhu.identity.resident;

import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of residents and households, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedResidents {

    @Bean
    SealedColumns sealedResidentColumns() {
        return SealedColumns.of(
                SealedColumn.of("resident", "id_number", "id", "resident.id_number:{id}"),
                SealedColumn.of("resident", "name", "id", "resident.name:{id}"),
                SealedColumn.of("resident", "phone", "id", "resident.phone:{id}"),
                SealedColumn.of("resident", "address_line", "id", "resident.address_line:{id}"),
                SealedColumn.of("household", "number", "id", "household.number:{id}"));
    }
}
