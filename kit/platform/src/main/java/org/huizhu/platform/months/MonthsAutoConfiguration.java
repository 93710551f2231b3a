package org.huizhu.platform.months;

import java.time.InstantSource;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.facts.HeldFacts;
import org.huizhu.platform.packs.PacksInForce;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@AutoConfiguration(afterName = "org.huizhu.platform.facts.FactsAutoConfiguration")
@ConditionalOnProperty("huizhu.decisions.service")
class MonthsAutoConfiguration {

    @Bean
    MonthsController monthsController(HeldFacts held, PacksInForce packs, AuditLog audit, InstantSource clock) {
        return new MonthsController(held, packs, audit, clock);
    }

    @Bean
    EffectsController effectsController(JdbcClient database) {
        return new EffectsController(database);
    }
}
