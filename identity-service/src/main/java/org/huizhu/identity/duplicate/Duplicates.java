package org.huizhu.identity.duplicate;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The worklist of possible doubles. */
@Repository
class Duplicates {

    private static final String WITHIN = """
        AND (:area IS NULL OR NOT EXISTS (SELECT 1 FROM resident r WHERE r.id IN (d.first_id, d.second_id)
         AND COALESCE(r.home_community, r.home_street, '') NOT LIKE :within))\
        """;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;

    Duplicates(JdbcClient database, JdbcTemplate batches, Sealer sealer, IdSource ids, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks about these pairs; one that was asked about before is not asked about again. */
    void ask(Map<PersonKeys.Pair, Set<Likeness>> pairs) {
        batches.batchUpdate("""
            INSERT INTO possible_duplicate (id, first_id, second_id, reasons, status, found_at)
            VALUES (?, ?, ?, ?, 'OPEN', ?) ON DUPLICATE KEY UPDATE reasons = VALUES(reasons)\
            """, List.copyOf(pairs.entrySet()), 1_000, (statement, pair) -> {
            statement.setString(1, ids.next());
            statement.setString(2, pair.getKey().one());
            statement.setString(3, pair.getKey().other());
            statement.setString(4, pair.getValue().stream().map(Enum::name).collect(Collectors.joining(",")));
            statement.setObject(5, now());
        });
    }

    List<Duplicate> page(Duplicate.Status status, @Nullable String area, String after, int size) {
        return database.sql("SELECT d.* FROM possible_duplicate d WHERE d.status = :status AND d.id > :after " + WITHIN
                        + " ORDER BY d.id LIMIT :size")
                .param("status", status.name())
                .param("area", area)
                .param("within", area + "%")
                .param("after", after)
                .param("size", size)
                .query(Duplicates::duplicate)
                .list();
    }

    Optional<Duplicate> find(String id, @Nullable String area) {
        return database.sql("SELECT d.* FROM possible_duplicate d WHERE d.id = :id " + WITHIN)
                .param("id", id)
                .param("area", area)
                .param("within", area + "%")
                .query(Duplicates::duplicate)
                .optional();
    }

    /** Locks it for this transaction. */
    Duplicate.Status lock(String id) {
        return Duplicate.Status.valueOf(database.sql("SELECT status FROM possible_duplicate WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .single());
    }

    /** {@code memo}: of a merge. */
    void decide(String id, Duplicate.Status status, @Nullable String survivor, @Nullable String memo, String by) {
        database.sql("UPDATE possible_duplicate SET status = ?, survivor = ?, memo = ?, decided_at = ?, decided_by = ?"
                        + " WHERE id = ?")
                .param(status.name())
                .param(survivor)
                .param(memo == null ? null : sealer.seal(memo, "possible_duplicate.memo:" + id))
                .param(now())
                .param(by)
                .param(id)
                .update();
    }

    /** Adds to what was decided of a pair that is locked. */
    void note(String id, Duplicate.Decision decision, String reason, String by) {
        int sequence = database.sql("SELECT COUNT(*) FROM duplicate_decision WHERE duplicate_id = ?")
                .param(id)
                .query((row, n) -> row.getInt(1))
                .single();
        database.sql("INSERT INTO duplicate_decision (duplicate_id, sequence, decision, reason, decided_by, decided_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        sequence,
                        decision.name(),
                        sealer.seal(reason, "duplicate_decision.reason:" + id + ":" + sequence),
                        by,
                        now())
                .update();
    }

    /** Whether another file was merged into the same one after this, or that one into another: that must come back first. */
    boolean hasLaterMerge(String id, String survivor) {
        return database.sql("""
            SELECT COUNT(*) FROM possible_duplicate later JOIN possible_duplicate this ON this.id = ?
            WHERE later.status = 'MERGED' AND ? IN (later.first_id, later.second_id) AND later.id <> this.id
              AND later.decided_at >= this.decided_at\
            """)
                        .params(id, survivor)
                        .query((row, n) -> row.getLong(1))
                        .single()
                > 0;
    }

    String memo(String id) {
        byte[] sealed = database.sql("SELECT memo FROM possible_duplicate WHERE id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("memo"))
                .single();
        return new String(sealer.openBytes(sealed, "possible_duplicate.memo:" + id), StandardCharsets.UTF_8);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Duplicate duplicate(ResultSet row, int n) throws SQLException {
        return new Duplicate(
                row.getString("id"),
                row.getString("first_id"),
                row.getString("second_id"),
                Arrays.stream(row.getString("reasons").split(",", -1))
                        .map(Likeness::valueOf)
                        .toList(),
                Duplicate.Status.valueOf(row.getString("status")),
                row.getObject("found_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("survivor"));
    }
}
