package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which part of the day's round is done, and who is concerned by it. */
@Repository
class CalendarRounds {

    private static final String BUCKET = " AND MOD(CRC32(c.resident_id), 8) = :bucket";

    private final JdbcClient database;

    CalendarRounds(JdbcClient database) {
        this.database = database;
    }

    /** Locks the next bucket that is not done and that no other instance is at, until the transaction ends. */
    Optional<Integer> claim(LocalDate day, int after) {
        return database.sql("SELECT bucket FROM calendar_round WHERE done_for < ? AND bucket > ?"
                        + " ORDER BY bucket LIMIT 1 FOR UPDATE SKIP LOCKED")
                .params(day, after)
                .query(Integer.class)
                .optional();
    }

    void done(int bucket, LocalDate day) {
        database.sql("UPDATE calendar_round SET done_for = ? WHERE bucket = ?")
                .params(day, bucket)
                .update();
    }

    /** Who died, whatever told it, while something of theirs is still open. */
    List<String> deceased(int bucket) {
        return database.sql("SELECT c.id FROM resident c WHERE c.deceased_on IS NOT NULL AND (EXISTS (SELECT 1 FROM"
                        + " certificate_matter m WHERE m.resident_id = c.id AND m.open_kind IS NOT NULL)"
                        + " OR EXISTS (SELECT 1 FROM certificate k WHERE k.resident_id = c.id AND k.ended_by IS NULL"
                        + " AND k.status NOT IN ('CANCELLED', 'MOVED_OUT'))) AND MOD(CRC32(c.id), 8) = :bucket")
                .param("bucket", bucket)
                .query((row, n) -> row.getString(1))
                .list();
    }

    List<String> mattersDue(int bucket, LocalDate day) {
        return database.sql("SELECT c.id FROM certificate_matter c WHERE c.open_kind IS NOT NULL"
                        + " AND c.step IN ('NOTICE', 'CITY_FOUND') AND c.due_on < :day" + BUCKET)
                .param("day", day)
                .param("bucket", bucket)
                .query((row, n) -> row.getString(1))
                .list();
    }

    List<String> expired(int bucket, LocalDate day) {
        return database.sql("SELECT c.resident_id FROM certificate c WHERE c.status = 'ACTIVE' AND c.expires_on < :day"
                        + BUCKET)
                .param("day", day)
                .param("bucket", bucket)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Whose hukou moved since they hold their card, long enough ago to ask; and whose card is frozen. */
    List<String> moved(int bucket, LocalDate before) {
        return database.sql("SELECT DISTINCT c.resident_id FROM certificate c LEFT JOIN former_hukou f"
                        + " ON f.resident_id = c.resident_id AND f.last_day < :before"
                        + " AND f.last_day >= COALESCE(c.taken_over_on, c.issued_on)"
                        + " WHERE c.ended_by IS NULL AND (c.status = 'FROZEN'"
                        + " OR (c.status IN ('ACTIVE', 'EXPIRED') AND f.resident_id IS NOT NULL))" + BUCKET)
                .param("before", before)
                .param("bucket", bucket)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Whose card expires by {@code until} and who was not reminded. */
    List<String> toRemind(int bucket, LocalDate until) {
        return database.sql("SELECT c.resident_id FROM certificate c WHERE c.status = 'ACTIVE'"
                        + " AND c.expires_on <= :until AND c.reminded_on IS NULL" + BUCKET)
                .param("until", until)
                .param("bucket", bucket)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** False if another was quicker. */
    boolean remind(String residentId, int sequence, LocalDate day) {
        return database.sql("UPDATE certificate SET reminded_on = ?"
                                + " WHERE resident_id = ? AND sequence = ? AND reminded_on IS NULL")
                        .params(day, residentId, sequence)
                        .update()
                > 0;
    }
}
