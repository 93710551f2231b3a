package org.huizhu.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** This service's data keys, wrapped by the master key; the first of each purpose is made when first asked for. */
final class DataKeys {

    enum Purpose {
        SEAL,
        FINGERPRINT
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Sm4Gcm cipher;
    private final byte[] masterKey;
    private final SecureRandom random;
    private final InstantSource clock;

    DataKeys(
            JdbcClient database,
            TransactionTemplate transaction,
            MasterKey masterKey,
            SecureRandom random,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.cipher = new Sm4Gcm(random);
        this.masterKey = masterKey.wrappingKey();
        this.random = random;
        this.clock = clock;
    }

    /** Keys by id, never empty; the highest id is the one to seal with. */
    NavigableMap<Integer, byte[]> of(Purpose purpose) {
        NavigableMap<Integer, byte[]> keys = stored(purpose);
        return keys.isEmpty() ? create(purpose) : keys;
    }

    private NavigableMap<Integer, byte[]> stored(Purpose purpose) {
        NavigableMap<Integer, byte[]> keys = new TreeMap<>();
        database.sql("SELECT id, wrapped FROM data_key WHERE purpose = ?")
                .param(purpose.name())
                .query((row, n) -> Map.entry(row.getInt("id"), row.getBytes("wrapped")))
                .list()
                .forEach(key -> keys.put(key.getKey(), unwrap(purpose, key.getValue())));
        return keys;
    }

    /** The lock on the buckets makes two instances that start together agree on one key. */
    private NavigableMap<Integer, byte[]> create(Purpose purpose) {
        return transaction.execute(status -> {
            database.sql("SELECT bucket FROM outbox_bucket ORDER BY bucket FOR UPDATE")
                    .query(Integer.class)
                    .list();
            if (stored(purpose).isEmpty()) {
                byte[] key = new byte[Sm4Gcm.KEY_BYTES];
                random.nextBytes(key);
                database.sql("INSERT INTO data_key (purpose, wrapped, created_at) VALUES (?, ?, ?)")
                        .param(purpose.name())
                        .param(cipher.encrypt(masterKey, key, context(purpose)))
                        .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update();
            }
            return stored(purpose);
        });
    }

    private byte[] unwrap(Purpose purpose, byte[] wrapped) {
        return cipher.decrypt(masterKey, wrapped, context(purpose));
    }

    private static byte[] context(Purpose purpose) {
        return purpose.name().getBytes(StandardCharsets.US_ASCII);
    }
}
