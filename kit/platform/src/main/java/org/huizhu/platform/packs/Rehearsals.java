package org.huizhu.platform.packs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.platform.problem.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Rehearsals and how they went. One that no instance has been seen running for a while has failed. */
final class Rehearsals {

    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final int SHOWN = 10;
    private static final String COLUMNS =
            "SELECT id, version_id, sha256, on_day, status, reason, started_by, started_at,"
                    + " ended_at, residents, result FROM rehearsal";

    private final JdbcTemplate database;
    private final InstantSource clock;

    Rehearsals(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void begin(String id, PackVersion draft, LocalDate on, String by) {
        LocalDateTime now = now();
        database.update(
                "INSERT INTO rehearsal (id, version_id, sha256, on_day, status, started_by, started_at, seen_at, residents)"
                        + " VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?, 0)",
                id,
                draft.id(),
                draft.sha256(),
                on,
                by,
                now,
                now);
    }

    void progress(String id, long residents) {
        database.update(
                "UPDATE rehearsal SET residents = ?, seen_at = ? WHERE id = ? AND status = 'RUNNING'",
                residents,
                now(),
                id);
    }

    void done(String id, RehearsalResult result) {
        database.update(
                "UPDATE rehearsal SET status = 'DONE', residents = ?, result = ?, ended_at = ?"
                        + " WHERE id = ? AND status = 'RUNNING'",
                result.residents(),
                JsonMapper.shared().writeValueAsString(result),
                now(),
                id);
    }

    void failed(String id, String reason) {
        database.update(
                "UPDATE rehearsal SET status = 'FAILED', reason = ?, ended_at = ? WHERE id = ? AND status = 'RUNNING'",
                reason,
                now(),
                id);
    }

    /** Those whose instance has gone without a word. */
    int giveUp() {
        return database.update(
                "UPDATE rehearsal SET status = 'FAILED', reason = 'interrupted', ended_at = ?"
                        + " WHERE status = 'RUNNING' AND seen_at < ?",
                now(),
                now().minus(SILENCE));
    }

    boolean isAnyRunning() {
        return !database.queryForList("SELECT id FROM rehearsal WHERE status = 'RUNNING' LIMIT 1", String.class)
                .isEmpty();
    }

    Rehearsal get(String id) {
        return database.query(COLUMNS + " WHERE id = ?", Rehearsals::read, id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-such-rehearsal"));
    }

    /** The latest of a draft. */
    List<Rehearsal> of(String versionId) {
        return database.query(
                COLUMNS + " WHERE version_id = ? ORDER BY started_at DESC, id DESC LIMIT " + SHOWN,
                Rehearsals::read,
                versionId);
    }

    /** The latest that is done and was of exactly this text. */
    Optional<String> doneOf(PackVersion draft) {
        return database
                .query(
                        "SELECT id FROM rehearsal WHERE version_id = ? AND sha256 = ? AND status = 'DONE'"
                                + " ORDER BY started_at DESC, id DESC LIMIT 1",
                        (row, n) -> row.getString(1),
                        draft.id(),
                        draft.sha256())
                .stream()
                .findFirst();
    }

    static RehearsalResult result(Rehearsal rehearsal) {
        String json = rehearsal.result();
        if (json == null) {
            throw Problem.conflict("rehearsal-not-done");
        }
        return JsonMapper.shared().readValue(json, RehearsalResult.class);
    }

    private static Rehearsal read(ResultSet row, int n) throws SQLException {
        return new Rehearsal(
                row.getString("id"),
                row.getString("version_id"),
                row.getString("sha256"),
                row.getObject("on_day", LocalDate.class),
                Rehearsal.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("started_by"),
                row.getObject("started_at", LocalDateTime.class),
                row.getObject("ended_at", LocalDateTime.class),
                row.getLong("residents"),
                row.getString("result"));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
