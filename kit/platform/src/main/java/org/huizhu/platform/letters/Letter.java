package org.huizhu.platform.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a record that was put aside, without what it says.
 *
 * @param residentId the record's key, if it is an id
 * @param reason of the last failure, for who looks for the cause
 * @param attempts how often it was tried again
 * @param outcome of the last act, by whom and when; empty before the first
 * @param note why it was put away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Letter(
        String id,
        State state,
        String topic,
        int partition,
        long offset,
        Instant recordedAt,
        @Nullable String residentId,
        @Nullable String eventId,
        @Nullable String eventType,
        Why why,
        String reason,
        int bytes,
        Instant putAsideAt,
        int attempts,
        @Nullable Outcome outcome,
        @Nullable String actedBy,
        @Nullable Instant actedAt,
        @Nullable String note) {

    /** The columns that {@link #read} wants, in its order. */
    static final String COLUMNS = """
            id, state, topic, partition_no, record_offset, recorded_at, resident_id, event_id, event_type, why, reason, bytes,
            put_aside_at, attempts, outcome, acted_by, acted_at, note""";

    /** What is to be done with it. */
    enum State {
        OPEN,
        REPLAYED,
        DISCARDED
    }

    /** What came of the last act. */
    enum Outcome {
        TAKEN_IN,
        OVERTAKEN,
        KNOWN,
        FAILED,
        DISCARDED,
        REOPENED;

        static Outcome of(Replay.Done done) {
            return switch (done) {
                case TAKEN_IN -> TAKEN_IN;
                case OVERTAKEN -> OVERTAKEN;
                case KNOWN -> KNOWN;
            };
        }
    }

    static Letter read(ResultSet row, int index) throws SQLException {
        String outcome = row.getString(15);
        return new Letter(
                row.getString(1),
                State.valueOf(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                Objects.requireNonNull(instant(row, 6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Why.valueOf(row.getString(10)),
                row.getString(11),
                row.getInt(12),
                Objects.requireNonNull(instant(row, 13)),
                row.getInt(14),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString(16),
                instant(row, 17),
                row.getString(18));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
