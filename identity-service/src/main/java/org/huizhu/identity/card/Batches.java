package org.huizhu.identity.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The batches in the database. */
@Repository
class Batches {

    private static final String BATCH =
            "SELECT b.*, (SELECT COUNT(*) FROM smart_card s WHERE s.batch_id = b.id) AS cards,"
                    + " (SELECT COUNT(*) FROM smart_card s WHERE s.batch_id = b.id AND s.chip_mac IS NOT NULL) AS made"
                    + " FROM smart_card_batch b";

    private final JdbcClient database;
    private final IdSource ids;
    private final InstantSource clock;

    Batches(JdbcClient database, IdSource ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a batch is. */
    enum Status {
        OPEN,
        SENT,
        RECEIVED
    }

    /** One batch, with how many cards are in it and how many of them have come back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Batch(
            String id,
            String area,
            Status status,
            long cards,
            long made,
            @Nullable LocalDate sentOn,
            long version) {}

    private static Batch batch(ResultSet row, int n) throws SQLException {
        return new Batch(
                row.getString("id"),
                row.getString("area"),
                Status.valueOf(row.getString("status")),
                row.getLong("cards"),
                row.getLong("made"),
                row.getObject("sent_on", LocalDate.class),
                row.getLong("version"));
    }

    String open(String area) {
        String id = ids.next();
        database.sql("INSERT INTO smart_card_batch (id, area, status, opened_by, opened_at, version)"
                        + " VALUES (?, ?, 'OPEN', ?, ?, 1)")
                .params(id, area, Caller.current().subject(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<Batch> find(String id) {
        return database.sql(BATCH + " WHERE b.id = ?")
                .param(id)
                .query(Batches::batch)
                .optional();
    }

    /** Locked: two who work on one batch come one after the other. */
    Optional<Batch> lock(String id) {
        database.sql("SELECT id FROM smart_card_batch WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional();
        return find(id);
    }

    List<Batch> list(String area, int size, long offset) {
        return database.sql(BATCH + " WHERE b.area LIKE CONCAT(?, '%') ORDER BY b.opened_at DESC, b.id DESC"
                        + " LIMIT ? OFFSET ?")
                .params(area, size, offset)
                .query(Batches::batch)
                .list();
    }

    long count(String area) {
        return database.sql("SELECT COUNT(*) FROM smart_card_batch WHERE area LIKE CONCAT(?, '%')")
                .param(area)
                .query(Long.class)
                .single();
    }

    void put(String id, Status status, @Nullable LocalDate sentOn) {
        database.sql("UPDATE smart_card_batch SET status = ?, sent_on = COALESCE(?, sent_on), version = version + 1"
                        + " WHERE id = ?")
                .param(status.name())
                .param(sentOn)
                .param(id)
                .update();
    }
}
