package org.huizhu.platform.decisions;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.eligibility.Outcome;
import org.huizhu.platform.time.DatabaseTime;
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
            INSERT INTO decision_change (resident_id, programme, pack, outcome, amount_fen, period, as_of, facts_version,
                                         cause, changed_at, previous_outcome, previous_amount_fen, trace)
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
        String now = DatabaseTime.of(clock.instant());
        database.batchUpdate(UPSERT, changes, 500, (row, change) -> set(row, change.decision(), now));
        database.batchUpdate(REMEMBER, changes, 500, (row, change) -> {
            int next = set(row, change.decision(), now);
            row.setString(next, change.before() == null ? null : change.before().name());
            row.setObject(next + 1, change.amountFenBefore());
            row.setString(next + 2, change.decision().trace());
        });
    }

    /** What both tables begin with; gives the number of the parameter that follows. */
    private static int set(PreparedStatement row, Decision decision, String now) throws SQLException {
        row.setString(1, decision.residentId());
        row.setString(2, decision.programme());
        row.setString(3, decision.pack());
        row.setString(4, decision.outcome().name());
        row.setObject(5, decision.amountFen());
        row.setString(6, decision.period());
        row.setString(7, decision.asOf().toString());
        row.setLong(8, decision.factsVersion());
        row.setString(9, decision.cause());
        row.setString(10, now);
        return 11;
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
