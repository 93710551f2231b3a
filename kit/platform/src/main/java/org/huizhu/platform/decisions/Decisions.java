package org.huizhu.platform.decisions;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.eligibility.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The decision in force for each resident and programme, from the first time that it was anything but a plain no, and
 * everything that it ever changed from and to.
 */
final class Decisions {

    private static final String UPSERT = """
            INSERT INTO decision (resident_id, programme, pack, outcome, amount_fen, period, as_of, facts_version, cause,
                                  decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE pack = VALUES(pack), outcome = VALUES(outcome), amount_fen = VALUES(amount_fen),
                period = VALUES(period), as_of = VALUES(as_of), facts_version = VALUES(facts_version),
                cause = VALUES(cause), decided_at = VALUES(decided_at)""";
    private static final String REMEMBER = """
            INSERT INTO decision_change (resident_id, programme, pack, outcome, amount_fen, period, previous_outcome,
                                         previous_amount_fen, as_of, facts_version, cause, trace, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final InstantSource clock;

    Decisions(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.named = new NamedParameterJdbcTemplate(database);
        this.clock = clock;
    }

    /** Whose decision on what. */
    record Key(String residentId, String programme) {}

    /** What is compared with a new decision. */
    record Stored(
            Outcome outcome,
            @Nullable Long amountFen,
            @Nullable String period) {}

    Map<Key, Stored> of(Collection<String> residentIds) {
        Map<Key, Stored> stored = new HashMap<>();
        if (!residentIds.isEmpty()) {
            named.query(
                    "SELECT resident_id, programme, outcome, amount_fen, period FROM decision"
                            + " WHERE resident_id IN (:ids)",
                    Map.of("ids", residentIds),
                    row -> {
                        stored.put(
                                new Key(row.getString(1), row.getString(2)),
                                new Stored(
                                        Outcome.valueOf(row.getString(3)),
                                        row.getObject(4, Long.class),
                                        row.getString(5)));
                    });
        }
        return stored;
    }

    /** Stores what was decided and remembers what it was before. */
    void store(Collection<ChangedDecision> changes) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.batchUpdate(UPSERT, changes, 500, (row, change) -> {
            Decision decision = change.decision();
            row.setString(1, decision.residentId());
            row.setString(2, decision.programme());
            row.setString(3, decision.pack());
            row.setString(4, decision.outcome().name());
            row.setObject(5, decision.amountFen());
            row.setString(6, decision.period());
            row.setObject(7, decision.asOf());
            row.setLong(8, decision.factsVersion());
            row.setString(9, decision.cause());
            row.setObject(10, now);
        });
        database.batchUpdate(REMEMBER, changes, 500, (row, change) -> {
            Decision decision = change.decision();
            row.setString(1, decision.residentId());
            row.setString(2, decision.programme());
            row.setString(3, decision.pack());
            row.setString(4, decision.outcome().name());
            row.setObject(5, decision.amountFen());
            row.setString(6, decision.period());
            row.setString(7, change.before() == null ? null : change.before().name());
            row.setObject(8, change.amountFenBefore());
            row.setObject(9, decision.asOf());
            row.setLong(10, decision.factsVersion());
            row.setString(11, decision.cause());
            row.setString(12, decision.trace());
            row.setObject(13, now);
        });
    }

    /** When and why a decision became what it is. */
    record Taken(LocalDate asOf, long factsVersion, String cause, LocalDateTime at) {}

    Map<String, Taken> taken(String residentId) {
        Map<String, Taken> taken = new HashMap<>();
        database.query(
                "SELECT programme, as_of, facts_version, cause, decided_at FROM decision WHERE resident_id = ?",
                row -> {
                    taken.put(
                            row.getString(1),
                            new Taken(
                                    row.getObject(2, LocalDate.class),
                                    row.getLong(3),
                                    row.getString(4),
                                    row.getObject(5, LocalDateTime.class)));
                },
                residentId);
        return taken;
    }

    /** One change as it was remembered. */
    record Change(
            long id,
            String programme,
            String pack,
            String outcome,
            @Nullable Long amountFen,
            @Nullable String period,
            @Nullable String previousOutcome,
            @Nullable Long previousAmountFen,
            Taken taken,
            String trace) {}

    /** The newest first; those before {@code id} only. */
    List<Change> changes(String residentId, long before, int atMost) {
        return database.query(
                "SELECT id, programme, pack, outcome, amount_fen, period, previous_outcome, previous_amount_fen, as_of,"
                        + " facts_version, cause, changed_at, trace FROM decision_change"
                        + " WHERE resident_id = ? AND id < ? ORDER BY id DESC LIMIT " + atMost,
                (row, n) -> new Change(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Long.class),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, Long.class),
                        new Taken(
                                row.getObject(9, LocalDate.class),
                                row.getLong(10),
                                row.getString(11),
                                row.getObject(12, LocalDateTime.class)),
                        row.getString(13)),
                residentId,
                before);
    }
}
