package org.huizhu.platform.decisions;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhu.platform.time.DatabaseTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the rules say of each resident now, with the reasons. */
final class Assessments {

    private static final String UPSERT = """
            INSERT INTO assessment (resident_id, facts_version, as_of, cause, next_change_on, trace, assessed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE facts_version = VALUES(facts_version), as_of = VALUES(as_of),
                cause = VALUES(cause), next_change_on = VALUES(next_change_on), trace = VALUES(trace),
                assessed_at = VALUES(assessed_at)""";

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final InstantSource clock;

    Assessments(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.named = new NamedParameterJdbcTemplate(database);
        this.clock = clock;
    }

    /** One resident's; {@code nextChangeOn} is the first day on which any programme's answer changes by itself. */
    record Assessed(
            String residentId,
            long factsVersion,
            LocalDate asOf,
            String cause,
            @Nullable LocalDate nextChangeOn,
            String trace) {}

    /** What is compared with a new one. */
    record Before(@Nullable LocalDate nextChangeOn, String trace) {}

    Map<String, Before> of(Collection<String> residentIds) {
        Map<String, Before> before = new HashMap<>();
        if (!residentIds.isEmpty()) {
            named.query(
                    "SELECT resident_id, next_change_on, trace FROM assessment WHERE resident_id IN (:ids)",
                    Map.of("ids", residentIds),
                    row -> {
                        before.put(row.getString(1), new Before(row.getObject(2, LocalDate.class), row.getString(3)));
                    });
        }
        return before;
    }

    void store(Collection<Assessed> assessed) {
        String now = DatabaseTime.of(clock.instant());
        database.batchUpdate(UPSERT, assessed, 500, (row, one) -> {
            row.setString(1, one.residentId());
            row.setLong(2, one.factsVersion());
            row.setObject(3, one.asOf());
            row.setString(4, one.cause());
            row.setObject(5, one.nextChangeOn());
            row.setString(6, one.trace());
            row.setString(7, now);
        });
    }

    /** As stored, and when; {@code facts} are those held now, which are the ones that were assessed. */
    record Stored(
            LocalDate asOf, long factsVersion, String cause, String trace, LocalDateTime assessedAt, String facts) {}

    Optional<Stored> of(String residentId) {
        return database
                .query(
                        "SELECT a.as_of, a.facts_version, a.cause, a.trace, a.assessed_at, f.facts FROM assessment a"
                                + " JOIN resident_facts f ON f.resident_id = a.resident_id WHERE a.resident_id = ?",
                        (row, n) -> new Stored(
                                row.getObject(1, LocalDate.class),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDateTime.class),
                                row.getString(6)),
                        residentId)
                .stream()
                .findFirst();
    }

    /** Residents with an answer that has changed by the calendar up to that day, the longest overdue first. */
    List<String> due(LocalDate today, int atMost) {
        return database.query(
                "SELECT resident_id FROM assessment WHERE next_change_on <= ? ORDER BY next_change_on, resident_id"
                        + " LIMIT " + atMost,
                (row, n) -> row.getString(1),
                today);
    }

    long countDue(LocalDate today) {
        Long due =
                database.queryForObject("SELECT COUNT(*) FROM assessment WHERE next_change_on <= ?", Long.class, today);
        return due == null ? 0 : due;
    }
}
