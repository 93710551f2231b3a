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
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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
            INSERT INTO decision_changes (resident_id, as_of, facts_version, cause, trace, changed_at)
            VALUES (?, ?, ?, ?, ?, ?)""";

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
    void store(Collection<ChangedDecisions> changes) {
        String now = DatabaseTime.of(clock.instant());
        List<Row> rows = changes.stream()
                .flatMap(changed -> changed.decisions().stream().map(one -> new Row(changed, one.decision())))
                .toList();
        database.batchUpdate(UPSERT, rows, 500, (statement, row) -> set(statement, row, now));
        database.batchUpdate(REMEMBER, changes, 500, (statement, changed) -> {
            statement.setString(1, changed.residentId());
            statement.setString(2, changed.asOf().toString());
            statement.setLong(3, changed.factsVersion());
            statement.setString(4, changed.cause());
            statement.setString(5, changed.trace());
            statement.setString(6, now);
        });
    }

    private record Row(ChangedDecisions changed, Decision decision) {}

    private static void set(PreparedStatement statement, Row row, String now) throws SQLException {
        Decision decision = row.decision();
        statement.setString(1, decision.residentId());
        statement.setString(2, decision.programme());
        statement.setString(3, decision.pack());
        statement.setString(4, decision.outcome().name());
        statement.setObject(5, decision.amountFen());
        statement.setString(6, decision.period());
        statement.setString(7, row.changed().asOf().toString());
        statement.setLong(8, row.changed().factsVersion());
        statement.setString(9, row.changed().cause());
        statement.setString(10, now);
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

    /** Decisions that changed together, as they were remembered; the trace says which, from what, to what and why. */
    record Remembered(long id, Taken taken, String trace) {}

    /** The newest first; those before {@code id} only. */
    List<Remembered> changes(String residentId, long before, int atMost) {
        return changes(residentId, before, List.of(), atMost);
    }

    /** The same; those by facts of these versions only, unless there are none of them. */
    List<Remembered> changes(String residentId, long before, Collection<Long> versions, int atMost) {
        return named.query(
                "SELECT id, as_of, facts_version, cause, changed_at, trace FROM decision_changes"
                        + " WHERE resident_id = :resident AND id < :before"
                        + (versions.isEmpty() ? "" : " AND facts_version IN (:versions)")
                        + " ORDER BY id DESC LIMIT " + atMost,
                new MapSqlParameterSource("resident", residentId)
                        .addValue("before", before)
                        .addValue("versions", versions),
                (row, n) -> new Remembered(
                        row.getLong(1),
                        new Taken(
                                row.getObject(2, LocalDate.class),
                                row.getLong(3),
                                row.getString(4),
                                row.getObject(5, LocalDateTime.class)),
                        row.getString(6)));
    }
}
