package org.huizhu.platform.packs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.eligibility.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Whom a rehearsal changed, one by one. Kept for a while only: they are about people. */
final class RehearsedChanges {

    private static final Duration KEEP = Duration.ofDays(90);
    private static final int BATCH = 500;

    private final JdbcTemplate database;
    private final InstantSource clock;

    RehearsedChanges(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(String rehearsalId, List<Rehearsed> changed) {
        database.batchUpdate(
                "INSERT INTO rehearsal_change (rehearsal_id, resident_id, kind, before_outcome, after_outcome, before_fen,"
                        + " after_fen, area, street, category, level, age_band)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                changed,
                BATCH,
                (row, resident) -> {
                    row.setString(1, rehearsalId);
                    row.setString(2, resident.residentId());
                    row.setString(3, String.valueOf(resident.change()));
                    row.setString(4, resident.before().outcomeName());
                    row.setString(5, resident.after().outcomeName());
                    row.setObject(6, resident.before().fen());
                    row.setObject(7, resident.after().fen());
                    row.setString(8, resident.area());
                    row.setString(9, resident.traits().street());
                    row.setString(10, resident.traits().category());
                    row.setString(11, resident.traits().level());
                    row.setString(12, resident.traits().ageBand());
                });
    }

    /** Which changes are wanted; null is any. {@code after} is the last resident of the page before. */
    record Wanted(
            @Nullable String kind,
            @Nullable String street,
            @Nullable String category,
            @Nullable String level,
            @Nullable String ageBand,
            @Nullable String after) {

        private Map<String, @Nullable String> columns() {
            Map<String, @Nullable String> columns = new LinkedHashMap<>();
            columns.put("kind", kind);
            columns.put("street", street);
            columns.put("category", category);
            columns.put("level", level);
            columns.put("age_band", ageBand);
            return columns;
        }
    }

    record Change(
            String residentId,
            Rehearsed.Kind kind,
            Answered before,
            Answered after,
            String street,
            String category,
            String level,
            String ageBand) {}

    record Answered(@Nullable Outcome outcome, @Nullable String yuan) {}

    /** By resident, within the area given: a code and everything below it. */
    List<Change> page(String rehearsalId, String area, Wanted wanted, int most) {
        StringBuilder sql = new StringBuilder("SELECT resident_id, kind, before_outcome, after_outcome, before_fen,"
                + " after_fen, street, category, level, age_band FROM rehearsal_change"
                + " WHERE rehearsal_id = ? AND area LIKE ?");
        List<Object> arguments = new ArrayList<>(List.of(rehearsalId, area + "%"));
        wanted.columns().forEach((column, value) -> {
            if (value != null) {
                sql.append(" AND ").append(column).append(" = ?");
                arguments.add(value);
            }
        });
        if (wanted.after() != null) {
            sql.append(" AND resident_id > ?");
            arguments.add(wanted.after());
        }
        sql.append(" ORDER BY resident_id LIMIT ?");
        arguments.add(most);
        return database.query(sql.toString(), RehearsedChanges::read, arguments.toArray());
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void clean() {
        while (forget()) {
            Thread.onSpinWait();
        }
    }

    /** Forgets some of those of a rehearsal that began long ago; says whether there was one. */
    private boolean forget() {
        List<String> old = database.query(
                "SELECT r.id FROM rehearsal r WHERE r.started_at < ?"
                        + " AND EXISTS (SELECT 1 FROM rehearsal_change c WHERE c.rehearsal_id = r.id) LIMIT 1",
                (row, n) -> row.getString(1),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(KEEP));
        old.forEach(id -> database.update("DELETE FROM rehearsal_change WHERE rehearsal_id = ? LIMIT 5000", id));
        return !old.isEmpty();
    }

    private static Change read(ResultSet row, int n) throws SQLException {
        return new Change(
                row.getString("resident_id"),
                Rehearsed.Kind.valueOf(row.getString("kind")),
                answered(row, "before"),
                answered(row, "after"),
                row.getString("street"),
                row.getString("category"),
                row.getString("level"),
                row.getString("age_band"));
    }

    private static Answered answered(ResultSet row, String side) throws SQLException {
        String outcome = row.getString(side + "_outcome");
        Long fen = row.getObject(side + "_fen", Long.class);
        return new Answered(
                outcome == null ? null : Outcome.valueOf(outcome),
                fen == null ? null : Money.yuan(fen).toPlainString());
    }
}
