package org.huizhu.identity.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All reports, by whom they are about. */
@Repository
public class Reports {

    private static final String INSERT = """
            INSERT INTO report (id, subject_id, source, said_at, recorded_at, statements, received_id, standing,
              contradiction)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InstantSource clock;

    Reports(JdbcClient database, JdbcTemplate batches, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /** Of these residents and households, which the caller has locked. */
    public Map<String, List<Report>> of(Collection<String> subjects) {
        Map<String, List<Report>> reports = new HashMap<>();
        if (!subjects.isEmpty()) {
            database.sql("SELECT * FROM report WHERE subject_id IN (:ids)")
                    .param("ids", subjects)
                    .query(Reports::report)
                    .list()
                    .forEach(report -> reports.computeIfAbsent(report.subjectId(), id -> new ArrayList<>())
                            .add(report));
        }
        return reports;
    }

    public Optional<Report> find(String id) {
        return database.sql("SELECT * FROM report WHERE id = ?")
                .param(id)
                .query(Reports::report)
                .optional();
    }

    /** Those that came with that event. */
    public List<Report> received(String receivedId) {
        return database.sql("SELECT * FROM report WHERE received_id = ? ORDER BY id")
                .param(receivedId)
                .query(Reports::report)
                .list();
    }

    /** With why each is left out, if it is. */
    public void add(Collection<Report> reports, Map<String, Account.Contradiction> contradictions) {
        LocalDateTime now = now();
        batches.batchUpdate(INSERT, reports, 1_000, (row, report) -> {
            row.setString(1, report.id());
            row.setString(2, report.subjectId());
            row.setString(3, report.source());
            row.setObject(4, utc(report.saidAt()));
            row.setObject(5, now);
            row.setString(6, ContractJson.MAPPER.writeValueAsString(report.statements()));
            row.setString(7, report.receivedId());
            row.setString(8, report.standing().name());
            row.setString(9, name(contradictions.get(report.id())));
        });
    }

    /** Notes why each of these is left out now; {@code null} if it no longer is. */
    public void note(Map<String, Account.@Nullable Contradiction> contradictions) {
        batches.batchUpdate(
                "UPDATE report SET contradiction = ? WHERE id = ?", contradictions.entrySet(), 1_000, (row, entry) -> {
                    row.setString(1, name(entry.getValue()));
                    row.setString(2, entry.getKey());
                });
    }

    private static @Nullable String name(Account.@Nullable Contradiction contradiction) {
        return contradiction == null ? null : contradiction.name();
    }

    /** Notes that somebody settled whether it counts. */
    public void settle(String id, Report.Standing standing, String by) {
        database.sql("UPDATE report SET standing = ?, settled_by = ?, settled_at = ? WHERE id = ?")
                .param(standing.name())
                .param(by)
                .param(now())
                .param(id)
                .update();
    }

    /** Facts that were told because of an event. */
    public record Effect(String receivedId, String residentId, long version) {}

    public void addEffects(Collection<Effect> effects) {
        batches.batchUpdate(
                "INSERT IGNORE INTO report_effect (received_id, resident_id, version) VALUES (?, ?, ?)",
                effects,
                1_000,
                (row, effect) -> {
                    row.setString(1, effect.receivedId());
                    row.setString(2, effect.residentId());
                    row.setLong(3, effect.version());
                });
    }

    /** What was told because of these events, in the order of residents. */
    public List<Effect> effectsOf(Collection<String> receivedIds) {
        return database.sql("SELECT * FROM report_effect WHERE received_id IN (:ids)"
                        + " ORDER BY received_id, resident_id, version")
                .param("ids", receivedIds)
                .query((row, n) ->
                        new Effect(row.getString("received_id"), row.getString("resident_id"), row.getLong("version")))
                .list();
    }

    private LocalDateTime now() {
        return utc(clock.instant());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Report report(ResultSet row, int n) throws SQLException {
        String contradiction = row.getString("contradiction");
        return new Report(
                row.getString("id"),
                row.getString("subject_id"),
                row.getString("source"),
                row.getObject("said_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                ContractJson.MAPPER.readValue(row.getString("statements"), Statements.class),
                row.getString("received_id"),
                Report.Standing.valueOf(row.getString("standing")),
                contradiction == null ? null : Account.Contradiction.valueOf(contradiction));
    }
}
