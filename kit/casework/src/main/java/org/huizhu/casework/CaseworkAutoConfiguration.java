package org.huizhu.casework;

import java.time.InstantSource;
import org.huizhu.platform.decisions.DecisionFollower;
import org.huizhu.platform.schema.KitSchema;
import org.huizhu.platform.time.IdSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

@AutoConfiguration
class CaseworkAutoConfiguration {

    @Bean
    @Order(2)
    KitSchema caseworkSchema() {
        return new KitSchema("casework");
    }

    @Bean
    DecisionFollower openCases(JdbcTemplate database, IdSource ids, InstantSource clock) {
        return new OpenCases(new Cases(database, ids, clock));
    }
}
