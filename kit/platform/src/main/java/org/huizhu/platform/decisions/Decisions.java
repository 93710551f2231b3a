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

/** The decision in force for each resident and programme. */
final class Decisions {

    private static final String UPSERT = """
            INSERT INTO decision (resident_id, programme, pack, outcome, amount_fen, period, next_change_on, as_of,
                                  facts_version, cause, wording, trace, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE pack = VALUES(pack), outcome = VALUES(outcome), amount_fen = VALUES(amount_fen),
                period = VALUES(period), next_change_on = VALUES(next_change_on), as_of = VALUES(as_of),
                facts_version = VALUES(facts_version), cause = VALUES(cause), wording = VALUES(wording),
                trace = VALUES(trace), decided_at = VALUES(decided_at)""";

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
            String pack,
            Outcome outcome,
            @Nullable Long amountFen,
            @Nullable String period,
            String wording,
            String trace) {}

    Map<Key, Stored> of(Collection<String> residentIds) {
        Map<Key, Stored> stored = new HashMap<>();
        if (!residentIds.isEmpty()) {
            named.query(
                    "SELECT resident_id, programme, pack, outcome, amount_fen, period, wording, trace"
                            + " FROM decision WHERE resident_id IN (:ids)",
                    Map.of("ids", residentIds),
                    row -> {
                        stored.put(
                                new Key(row.getString(1), row.getString(2)),
                                new Stored(
                                        row.getString(3),
                                        Outcome.valueOf(row.getString(4)),
                                        row.getObject(5, Long.class),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8)));
                    });
        }
        return stored;
    }

    void store(Collection<Decision> decisions) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.batchUpdate(UPSERT, decisions, 500, (row, decision) -> {
            row.setString(1, decision.residentId());
            row.setString(2, decision.programme());
            row.setString(3, decision.pack());
            row.setString(4, decision.outcome().name());
            row.setObject(5, decision.amountFen());
            row.setString(6, decision.period());
            row.setObject(7, decision.nextChangeOn());
            row.setObject(8, decision.asOf());
            row.setLong(9, decision.factsVersion());
            row.setString(10, decision.cause());
            row.setString(11, decision.wording());
            row.setString(12, decision.trace());
            row.setObject(13, now);
        });
    }

    /** One decision with the words of its pack, as a reader gets it. */
    record Explained(
            String programme,
            LocalDate asOf,
            long factsVersion,
            String cause,
            String wording,
            String trace,
            LocalDateTime decidedAt) {}

    List<Explained> explained(String residentId) {
        return database.query(
                "SELECT d.programme, d.as_of, d.facts_version, d.cause, w.wording, d.trace, d.decided_at"
                        + " FROM decision d JOIN decision_wording w ON w.digest = d.wording"
                        + " WHERE d.resident_id = ? ORDER BY d.programme",
                (row, n) -> new Explained(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDateTime.class)),
                residentId);
    }
}
