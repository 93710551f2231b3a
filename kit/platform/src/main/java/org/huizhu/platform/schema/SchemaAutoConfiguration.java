package org.huizhu.platform.schema;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

@AutoConfiguration(before = FlywayAutoConfiguration.class)
class SchemaAutoConfiguration {

    @Bean
    @Order(0)
    KitSchema platformSchema() {
        return new KitSchema("platform");
    }

    @Bean
    FlywayMigrationStrategy kitBeforeService(List<KitSchema> schemas) {
        return service -> {
            schemas.forEach(schema -> migrate(schema, service));
            if (service.info().all().length > 0) {
                service.migrate();
            }
        };
    }

    private static void migrate(KitSchema schema, Flyway service) {
        Flyway.configure()
                .dataSource(service.getConfiguration().getDataSource())
                .locations("classpath:db/" + schema.name())
                .table(schema.name() + "_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
