package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps who was in which household from when to when, however somebody came into it. */
@Repository
class Memberships {

    private final JdbcTemplate batches;
    private final InstantSource clock;

    Memberships(JdbcTemplate batches, InstantSource clock) {
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
}
