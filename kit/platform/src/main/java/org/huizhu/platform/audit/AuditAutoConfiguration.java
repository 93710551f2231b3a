package org.huizhu.platform.audit;

import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
class AuditAutoConfiguration {

    @Bean
    AuditLog auditLog(JdbcClient database, InstantSource clock, ObjectProvider<Tracer> tracer) {
        return new AuditLog(database, clock, tracer);
    }
}
