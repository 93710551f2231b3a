package org.huizhu.platform.keys;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.huizhu.platform.crypto.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Changes of the sealing key, and how far each has come. */
final class Rotations {

    private static final TypeReference<List<String>> KEY = new TypeReference<>() {};

    private final JdbcClient database;
    private final InstantSource clock;

    Rotations(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    record Rotation(
            String id,
            int keyId,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** How far a column has come. */
    record Progress(String table, String column, List<String> lastKey, long resealed, boolean done) {}

    /** The one that is not finished. */
    Optional<Rotation> open() {
        return find("SELECT * FROM key_rotation WHERE finished_at IS NULL ORDER BY started_at LIMIT 1");
    }

    /** Likewise, locked until the transaction ends; empty too if another instance is at it. */
    Optional<Rotation> lock() {
        return find("SELECT * FROM key_rotation WHERE finished_at IS NULL ORDER BY started_at LIMIT 1"
                + " FOR UPDATE SKIP LOCKED");
    }

    Optional<Rotation> newest() {
        return find("SELECT * FROM key_rotation ORDER BY started_at DESC, id DESC LIMIT 1");
    }

    private Optional<Rotation> find(String sql) {
        return database.sql(sql)
                .query((row, n) -> new Rotation(
                        row.getString("id"),
                        row.getInt("key_id"),
                        row.getObject("started_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        Optional.ofNullable(row.getObject("finished_at", LocalDateTime.class))
                                .map(at -> at.toInstant(ZoneOffset.UTC))
                                .orElse(null)))
                .optional();
    }

    void begin(String id, int keyId, String by, List<SealedColumn> columns) {
        database.sql("INSERT INTO key_rotation (id, key_id, started_by, started_at) VALUES (?, ?, ?, ?)")
                .params(id, keyId, by, now())
                .update();
        columns.forEach(column -> add(id, column));
    }

    /** A column that was declared only after the change had begun, by a newer release, is added. */
    void add(String id, SealedColumn column) {
        database.sql("INSERT IGNORE INTO key_rotation_column (rotation_id, table_name, column_name, last_key, resealed,"
                        + " done) VALUES (?, ?, ?, NULL, 0, FALSE)")
                .params(id, column.table(), column.column())
                .update();
    }

    List<Progress> progress(String id) {
        return database.sql("SELECT * FROM key_rotation_column WHERE rotation_id = ? ORDER BY table_name, column_name")
                .param(id)
                .query((row, n) -> {
                    String key = row.getString("last_key");
                    return new Progress(
                            row.getString("table_name"),
                            row.getString("column_name"),
                            key == null ? List.of() : ContractJson.MAPPER.readValue(key, KEY),
                            row.getLong("resealed"),
                            row.getBoolean("done"));
                })
                .list();
    }

    /** {@code lastKey} empty: the next look begins at the beginning. */
    void advance(String id, SealedColumn column, List<String> lastKey, int resealed, boolean done) {
        database.sql("UPDATE key_rotation_column SET last_key = ?, resealed = resealed + ?, done = ?"
                        + " WHERE rotation_id = ? AND table_name = ? AND column_name = ?")
                .param(lastKey.isEmpty() ? null : ContractJson.MAPPER.writeValueAsString(lastKey))
                .param(resealed)
                .param(done)
                .param(id)
                .param(column.table())
                .param(column.column())
                .update();
    }

    void finish(String id) {
        database.sql("UPDATE key_rotation SET finished_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
