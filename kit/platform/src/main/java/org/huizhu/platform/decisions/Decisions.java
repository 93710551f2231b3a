package org.huizhu.platform.decisions;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.time.DatabaseTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Every change of decisions that ever was, with the reasons: from it follows when and why a decision became what it is. */
final class Decisions {

    private static final String REMEMBER = """
            INSERT INTO decision_changes (resident_id, as_of, facts_version, cause, trace, changed_at)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final int ALL = Integer.MAX_VALUE;

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final InstantSource clock;

    Decisions(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.named = new NamedParameterJdbcTemplate(database);
        this.clock = clock;
    }

    /** Remembers what became another answer, from what, to what and why. */
    void store(Collection<ChangedDecisions> changes) {
        String now = DatabaseTime.of(clock.instant());
        database.batchUpdate(REMEMBER, changes, 500, (statement, changed) -> {
            statement.setString(1, changed.residentId());
            statement.setString(2, changed.asOf().toString());
            statement.setLong(3, changed.factsVersion());
            statement.setString(4, changed.cause());
            statement.setString(5, changed.trace());
            statement.setString(6, now);
        });
    }

    /** When and why a decision became what it is. */
    record Taken(LocalDate asOf, long factsVersion, String cause, LocalDateTime at) {}

    /** By programme, from all its changes; nothing for a plain no that never was anything else. */
    static Map<String, Taken> taken(List<Remembered> all) {
        Map<String, Taken> taken = new HashMap<>();
        for (Remembered newest : all) {
            Trace.programmes(Trace.read(newest.trace()))
                    .forEach(
                            programme -> taken.putIfAbsent(String.valueOf(programme.get("programme")), newest.taken()));
        }
        return taken;
    }

    /** Decisions that changed together, as they were remembered; the trace says which, from what, to what and why. */
    record Remembered(long id, Taken taken, String trace) {}

    /** The newest first. */
    List<Remembered> all(String residentId) {
        return changes(residentId, Long.MAX_VALUE, List.of(), ALL);
    }

    /** Those before that id only, and by facts of these versions only, unless there are none of them; the newest first. */
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
