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
    Sealer sealer(CryptoSettings settings, JdbcClient database, TransactionTemplate transaction, InstantSource clock) {
        var random = new SecureRandom();
        MasterKey masterKey = MasterKey.read(settings.masterKeyFile());
        return new Sealer(new DataKeys(database, transaction, masterKey, random, clock), random);
    }
}
