package org.huizhu.platform.keys;

import java.time.InstantSource;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.crypto.DataKeys;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.IdSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration(
        afterName = {
            "org.huizhu.platform.crypto.CryptoAutoConfiguration",
            "org.huizhu.platform.audit.AuditAutoConfiguration"
        })
@ConditionalOnProperty({"huizhu.crypto.master-key-file", "huizhu.outbox.service"})
@EnableConfigurationProperties(KeySettings.class)
class KeysAutoConfiguration {

    @Bean
    Rotations rotations(JdbcClient database, InstantSource clock) {
        return new Rotations(database, clock);
    }

    @Bean
    RotateKeys rotateKeys(
            TransactionTemplate transaction,
            JdbcTemplate database,
            DataKeys keys,
            Sealer sealer,
            Rotations rotations,
            ObjectProvider<SealedColumns> declared,
            AuditLog audit,
            IdSource ids,
            InstantSource clock,
            KeySettings settings) {
        return new RotateKeys(
                transaction,
                database,
                keys,
                sealer,
                rotations,
                declared.orderedStream().toList(),
                audit,
                ids,
                clock,
                settings);
    }

    @Bean
    RotationWorker rotationWorker(RotateKeys rotateKeys, KeySettings settings) {
        return new RotationWorker(rotateKeys, settings);
    }

    @Bean
    KeysController keysController(
            RotateKeys rotateKeys, RotationWorker worker, DataKeys keys, Rotations rotations, InstantSource clock) {
        return new KeysController(rotateKeys, worker, keys, rotations, clock);
    }
}
