package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who was in which household from when to when, however somebody came into it. */
@Repository
class Memberships {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InstantSource clock;

    Memberships(JdbcClient database, JdbcTemplate batches, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /** {@code since} is unknown for those whose first household it is, unless somebody told. */
    record Move(
            String residentId,
            @Nullable String from,
            @Nullable String to,
            @Nullable LocalDate since) {}

    void record(List<Move> moves) {
        List<Move> left = moves.stream().filter(move -> move.from() != null).toList();
        List<Move> joined = moves.stream().filter(move -> move.to() != null).toList();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        batches.batchUpdate(
                "UPDATE household_member SET last_day = GREATEST(COALESCE(from_day, ?), ?)"
                        + " WHERE resident_id = ? AND last_day IS NULL",
                left,
                1_000,
                (statement, move) -> {
                    LocalDate since = move.since();
                    LocalDate lastDay = since == null ? null : since.minusDays(1);
                    new Parameters(statement).add(lastDay).add(lastDay).add(move.residentId());
                });
        batches.batchUpdate(
                "INSERT INTO household_member (household_id, resident_id, from_day, recorded_at) VALUES (?, ?, ?, ?)",
                joined,
                1_000,
                (statement, move) -> new Parameters(statement)
                        .add(move.to())
                        .add(move.residentId())
                        .add(move.since())
                        .add(now));
    }

    /**
     * Where somebody stood before a merge: the last row of theirs, the one of the household they were in, and what a merge
     * made them to its head, of whom nothing was known before.
     */
    record Place(long lastRow, @Nullable Long row, @Nullable String relation) {

        Place withRelation(@Nullable String taken) {
            return new Place(lastRow, row, taken);
        }
    }

    Place place(String resident) {
        return database.sql(
                        "SELECT COALESCE(MAX(id), 0) AS newest, MAX(CASE WHEN last_day IS NULL THEN id END) AS present"
                                + " FROM household_member WHERE resident_id = ?")
                .param(resident)
                .query((row, n) -> new Place(row.getLong("newest"), row.getObject("present", Long.class), null))
                .single();
    }

    /**
     * Gives the survivor of a merge what the closed file was to the head of the same household, and since when if it came
     * there by the merge. The answer is what was given; nothing where something was known already.
     */
    @Nullable
    String takeOver(String survivor, String closed, boolean moved) {
        Optional<Standing> standing = database.sql("""
            SELECT s.id, s.relation AS own, c.relation, c.told_by, c.from_day
            FROM household_member s JOIN household_member c ON c.household_id = s.household_id
            WHERE s.resident_id = ? AND s.last_day IS NULL AND c.resident_id = ? AND c.last_day IS NULL\
            """)
                .params(survivor, closed)
                .query((row, n) -> new Standing(
                        row.getLong("id"),
                        row.getString("own") != null,
                        row.getString("relation"),
                        row.getString("told_by"),
                        row.getObject("from_day", LocalDate.class)))
                .optional();
        if (moved) {
            standing.ifPresent(since -> database.sql("UPDATE household_member SET from_day = ? WHERE id = ?")
                    .param(since.fromDay())
                    .param(since.row())
                    .update());
        }
        return standing.filter(unknown -> !unknown.known() && unknown.relation() != null)
                .map(unknown -> {
                    database.sql("UPDATE household_member SET relation = ?, told_by = ? WHERE id = ?")
                            .param(unknown.relation())
                            .param(unknown.toldBy())
                            .param(unknown.row())
                            .update();
                    return unknown.relation();
                })
                .orElse(null);
    }

    /** The present row of the survivor, and what the closed file is in the same household. */
    private record Standing(
            long row,
            boolean known,
            @Nullable String relation,
            @Nullable String toldBy,
            @Nullable LocalDate fromDay) {}

    /** Lets somebody stand again where they stood; what became of it since then goes only if {@code moveBack}. */
    void giveBack(String resident, Place place, boolean moveBack) {
        if (moveBack) {
            database.sql("DELETE FROM household_member WHERE resident_id = ? AND id > ?")
                    .params(resident, place.lastRow())
                    .update();
            database.sql("UPDATE household_member SET last_day = NULL WHERE id = ?")
                    .param(place.row())
                    .update();
        }
        database.sql("UPDATE household_member SET relation = NULL, told_by = NULL WHERE id = ? AND relation = ?")
                .param(place.row())
                .param(place.relation())
                .update();
    }
}
