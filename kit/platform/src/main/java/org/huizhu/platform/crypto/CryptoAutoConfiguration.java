package org.huizhu.platform.crypto;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration(after = {FlywayAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnProperty("huizhu.crypto.master-key-file")
@EnableConfigurationProperties(CryptoSettings.class)
class CryptoAutoConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    DataKeys dataKeys(
            CryptoSettings settings, JdbcClient database, TransactionTemplate transaction, InstantSource clock) {
        return new DataKeys(database, transaction, new MasterKeys(settings.masterKeyFile()), new SecureRandom(), clock);
    }

    @Bean
    Sealer sealer(DataKeys keys, CryptoSettings settings) {
        return new Sealer(keys, new SecureRandom(), settings.refresh());
    }

    @Bean
    Proof proof(DataKeys keys) {
        return new Proof(keys);
    }
}
