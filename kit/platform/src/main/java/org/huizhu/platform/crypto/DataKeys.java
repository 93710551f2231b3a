package org.huizhu.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** This service's data keys, wrapped by the master key; the first of each purpose is made when first asked for. */
public final class DataKeys {

    enum Purpose {
        SEAL,
        FINGERPRINT,
        /** Proves that an entry or an anchor of the audit log is the service's own. */
        AUDIT
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Sm4Gcm cipher;
    private final MasterKeys masterKeys;
    private final SecureRandom random;
    private final InstantSource clock;

    DataKeys(
            JdbcClient database,
            TransactionTemplate transaction,
            MasterKeys masterKeys,
            SecureRandom random,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.cipher = new Sm4Gcm(random);
        this.masterKeys = masterKeys;
        this.random = random;
        this.clock = clock;
    }

    /** What may be told of a key. */
    public record Described(
            int id,
            String purpose,
            Instant createdAt,
            @Nullable Instant retiredAt,
            @Nullable String masterKey) {}

    private record Wrapped(int id, byte[] key, @Nullable String masterId) {}

    /** All keys that there are or were, oldest first; never their material. */
    public List<Described> describe() {
        return database.sql("SELECT id, purpose, created_at, retired_at, master_id FROM data_key ORDER BY id")
                .query((row, n) -> new Described(
                        row.getInt("id"),
                        row.getString("purpose"),
                        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        instant(row.getObject("retired_at", LocalDateTime.class)),
                        row.getString("master_id")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    /** Makes a newer sealing key, which every instance takes from now on as soon as it looks. Call it in a transaction. */
    public int renewSealingKey() {
        lock();
        insert(Purpose.SEAL);
        return newest(Purpose.SEAL);
    }

    /**
     * Says that nothing is sealed under older keys than that one. They stay, wrapped, so that a value in a restored
     * backup still opens.
     */
    public int retireBefore(int sealingKey) {
        return database.sql(
                        "UPDATE data_key SET retired_at = ? WHERE purpose = 'SEAL' AND id < ? AND retired_at IS NULL")
                .params(now(), sealingKey)
                .update();
    }

    /**
     * Wraps every data key with the master key that lies ready; says how many. Keys that it already wraps stay.
     *
     * @throws Problem if none lies ready
     */
    public int rewrap() {
        MasterKey next = masterKeys.next().orElseThrow(() -> Problem.conflict("no-next-master-key"));
        Integer changed = transaction.execute(status -> {
            lock();
            int count = 0;
            for (Purpose purpose : Purpose.values()) {
                for (Wrapped key : wrapped(purpose, true)) {
                    if (!next.id().equals(key.masterId())) {
                        database.sql("UPDATE data_key SET wrapped = ?, master_id = ? WHERE id = ?")
                                .param(wrap(next, purpose, unwrap(purpose, key)))
                                .param(next.id())
                                .param(key.id())
                                .update();
                        count++;
                    }
                }
            }
            return count;
        });
        return changed == null ? 0 : changed;
    }

    /** Keys by id, never empty; the highest id is the one to seal with. */
    NavigableMap<Integer, byte[]> of(Purpose purpose) {
        NavigableMap<Integer, byte[]> keys = stored(purpose);
        return keys.isEmpty() ? create(purpose) : keys;
    }

    /** The id of the key to seal with. */
    int newest(Purpose purpose) {
        return database.sql("SELECT MAX(id) FROM data_key WHERE purpose = ?")
                .param(purpose.name())
                .query(Integer.class)
                .single();
    }

    private NavigableMap<Integer, byte[]> stored(Purpose purpose) {
        NavigableMap<Integer, byte[]> keys = new TreeMap<>();
        wrapped(purpose, false).forEach(key -> keys.put(key.id(), unwrap(purpose, key)));
        return keys;
    }

    private List<Wrapped> wrapped(Purpose purpose, boolean locked) {
        return database.sql("SELECT id, wrapped, master_id FROM data_key WHERE purpose = ? ORDER BY id"
                        + (locked ? " FOR UPDATE" : ""))
                .param(purpose.name())
                .query((row, n) -> new Wrapped(row.getInt("id"), row.getBytes("wrapped"), row.getString("master_id")))
                .list();
    }

    private NavigableMap<Integer, byte[]> create(Purpose purpose) {
        return transaction.execute(status -> {
            lock();
            if (stored(purpose).isEmpty()) {
                insert(purpose);
            }
            return stored(purpose);
        });
    }

    /** The lock on the buckets makes two instances that start together agree on one key. */
    private void lock() {
        database.sql("SELECT bucket FROM outbox_bucket ORDER BY bucket FOR UPDATE")
                .query(Integer.class)
                .list();
    }

    /** A new key is wrapped like the newest there is, so that none is left behind when the master key changes. */
    private void insert(Purpose purpose) {
        MasterKey master = masterKeys.of(
                database.sql("SELECT master_id FROM data_key WHERE master_id IS NOT NULL ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .optional()
                        .orElse(null));
        byte[] key = new byte[Sm4Gcm.KEY_BYTES];
        random.nextBytes(key);
        database.sql("INSERT INTO data_key (purpose, wrapped, created_at, master_id) VALUES (?, ?, ?, ?)")
                .param(purpose.name())
                .param(wrap(master, purpose, key))
                .param(now())
                .param(master.id())
                .update();
    }

    private byte[] wrap(MasterKey master, Purpose purpose, byte[] key) {
        return cipher.encrypt(master.wrappingKey(), key, context(purpose));
    }

    private byte[] unwrap(Purpose purpose, Wrapped key) {
        return cipher.decrypt(masterKeys.of(key.masterId()).wrappingKey(), key.key(), context(purpose));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] context(Purpose purpose) {
        return purpose.name().getBytes(StandardCharsets.US_ASCII);
    }
}
