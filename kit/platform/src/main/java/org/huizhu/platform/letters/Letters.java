package org.huizhu.platform.letters;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.letters.Letter.Outcome;
import org.huizhu.platform.letters.Letter.State;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The records that this service has put aside, sealed. */
public final class Letters {

    /** What of them a change of keys has to find. */
    static final SealedColumns SEALED = SealedColumns.of(
            SealedColumn.of("dead_letter", "envelope", "id", "dead_letter.envelope:{id}"),
            SealedColumn.of("dead_letter", "content", "id", "dead_letter.content:{id}"));

    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;

    Letters(JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps a record as it came, in the caller's transaction. One that is read again, because a database was restored or
     * rebuilds itself, is kept already and stays as it is.
     *
     * @param reason what is wrong with it; it must hold nothing of the record's content
     */
    public void keep(ConsumerRecord<String, byte[]> record, Map<String, String> headers, Why why, String reason) {
        String id = ids.next();
        var envelope = new Envelope(record.key(), headers);
        database.sql("""
                        INSERT INTO dead_letter (id, topic, partition_no, record_offset, recorded_at, resident_id, event_id,
                            event_type, why, reason, envelope, content, bytes, put_aside_at, state, attempts)
                        VALUES (:id, :topic, :partition, :offset, :recorded, :resident, :event, :type, :why, :reason,
                            :envelope, :content, :bytes, :now, 'OPEN', 0)
                        ON DUPLICATE KEY UPDATE attempts = attempts""")
                .param("id", id)
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("recorded", utc(Instant.ofEpochMilli(record.timestamp())))
                .param("resident", envelope.residentId())
                .param("event", envelope.eventId())
                .param("type", envelope.eventType())
                .param("why", why.name())
                .param("reason", shortened(reason))
                .param(
                        "envelope",
                        sealer.sealBytes(JsonMapper.shared().writeValueAsBytes(envelope), "dead_letter.envelope:" + id))
                .param("content", sealer.sealBytes(record.value(), "dead_letter.content:" + id))
                .param("bytes", record.value().length)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Open ones first, and of each kind the newest; of one state alone if it is given. */
    List<Letter> page(@Nullable State state, int page, int size) {
        return database.sql("SELECT " + Letter.COLUMNS + " FROM dead_letter" + in(state)
                        + " ORDER BY state = 'OPEN' DESC, put_aside_at DESC, id DESC LIMIT :size OFFSET :from")
                .param("size", size)
                .param("from", (long) page * size)
                .query(Letter::read)
                .list();
    }

    long count(@Nullable State state) {
        return database.sql("SELECT COUNT(*) FROM dead_letter" + in(state))
                .query(Long.class)
                .single();
    }

    private static String in(@Nullable State state) {
        return state == null ? "" : " WHERE state = '" + state + "'";
    }

    List<Letter> of(String residentId) {
        return database.sql("SELECT " + Letter.COLUMNS + " FROM dead_letter WHERE resident_id = :resident ORDER BY id")
                .param("resident", residentId)
                .query(Letter::read)
                .list();
    }

    Optional<Letter> find(String id) {
        return one(id, "");
    }

    /** The same, locked until the transaction ends. */
    Optional<Letter> lock(String id) {
        return one(id, " FOR UPDATE");
    }

    private Optional<Letter> one(String id, String suffix) {
        return database.sql("SELECT " + Letter.COLUMNS + " FROM dead_letter WHERE id = :id" + suffix)
                .param("id", id)
                .query(Letter::read)
                .optional();
    }

    Envelope envelope(String id) {
        byte[] opened = sealer.openBytes(sealed("envelope", id), "dead_letter.envelope:" + id);
        return JsonMapper.shared().readValue(opened, Envelope.class);
    }

    byte[] content(String id) {
        return sealer.openBytes(sealed("content", id), "dead_letter.content:" + id);
    }

    private byte[] sealed(String column, String id) {
        return database.sql("SELECT " + column + " FROM dead_letter WHERE id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** It was tried again and nothing is left to be done. */
    void replayed(String id, Outcome outcome) {
        act(id, State.REPLAYED, outcome, "attempts = attempts + 1", Map.of());
    }

    /** It was tried again and cannot be processed still. */
    void failedAgain(String id, Why why, String reason) {
        act(
                id,
                State.OPEN,
                Outcome.FAILED,
                "attempts = attempts + 1, why = :why, reason = :reason",
                Map.of("why", why.name(), "reason", shortened(reason)));
    }

    void discarded(String id, String note) {
        act(id, State.DISCARDED, Outcome.DISCARDED, "note = :note", Map.of("note", note));
    }

    void reopened(String id) {
        act(id, State.OPEN, Outcome.REOPENED, "note = note", Map.of());
    }

    private void act(String id, State state, Outcome outcome, String more, Map<String, ?> parameters) {
        database.sql("UPDATE dead_letter SET state = :state, outcome = :outcome, acted_by = :by, acted_at = :at, "
                        + more + " WHERE id = :id")
                .params(parameters)
                .param("state", state.name())
                .param("outcome", outcome.name())
                .param("by", Caller.current().subject())
                .param("at", utc(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Removes up to so many of those that nobody has to look at any more since before then; an open one never. */
    int removeHandled(Instant before, int most) {
        return database.sql("DELETE FROM dead_letter WHERE state <> 'OPEN' AND acted_at < :before LIMIT :most")
                .param("before", utc(before))
                .param("most", most)
                .update();
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
