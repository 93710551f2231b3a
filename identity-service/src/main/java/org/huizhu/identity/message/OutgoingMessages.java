package org.huizhu.identity.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The local outbox: short messages and e-mails, written in the transaction of their cause, that wait for the channel or
 * were taken out by it. Address and words are sealed.
 */
@Repository
public class OutgoingMessages {

    /** What everybody may read: it says only that there is a message. */
    static final String NOTICE = "message.new";

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;
    private final ObjectProvider<HandOver> worker;

    OutgoingMessages(
            JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock, ObjectProvider<HandOver> worker) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
        this.worker = worker;
    }

    /** Where a message is. */
    enum State {
        WAITING(" sent_at IS NULL AND failed_at IS NULL"),
        SENT(" sent_at IS NOT NULL"),
        FAILED(" failed_at IS NOT NULL");

        private final String rows;

        State(String rows) {
            this.rows = rows;
        }
    }

    /** One as it stands in the outbox; {@code attempts} that failed. */
    record Kept(
            Outgoing message,
            String template,
            State state,
            int attempts,
            Instant writtenAt,
            @Nullable Instant sentAt,
            @Nullable Instant dueAt,
            @Nullable String fault) {}

    /** Writes one in the caller's transaction; {@code residentId}: whom it is about. */
    public void write(String residentId, Way way, String address, String template, String text) {
        String id = ids.next();
        LocalDateTime now = now();
        database.sql("INSERT INTO outgoing_message (id, resident_id, template, way, address, words, written_at, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(residentId)
                .param(template)
                .param(way.name())
                .param(sealer.seal(address, addressOf(id)))
                .param(sealer.seal(text, wordsOf(id)))
                .param(now)
                .param(now)
                .update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.ifAvailable(HandOver::wake);
                }
            });
        }
    }

    /** The next one that is due and that no other instance hands over; it stays locked until the transaction ends. */
    Optional<Kept> next() {
        return database.sql("SELECT * FROM outgoing_message WHERE" + State.WAITING.rows
                        + " AND due_at <= ? ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(now())
                .query(this::kept)
                .optional();
    }

    void sent(String id) {
        database.sql("UPDATE outgoing_message SET sent_at = ?, fault = NULL WHERE id = ?")
                .param(now())
                .param(id)
                .update();
    }

    void postpone(String id, Instant until, String fault) {
        database.sql("UPDATE outgoing_message SET attempts = attempts + 1, due_at = ?, fault = ? WHERE id = ?")
                .param(utc(until))
                .param(fault)
                .param(id)
                .update();
    }

    void giveUp(String id, String fault) {
        database.sql("UPDATE outgoing_message SET attempts = attempts + 1, failed_at = ?, fault = ? WHERE id = ?")
                .param(now())
                .param(fault)
                .param(id)
                .update();
    }

    /** Whether it had been given up; it is tried again from the beginning. */
    boolean again(String id) {
        int changed = database.sql("UPDATE outgoing_message SET failed_at = NULL, attempts = 0, due_at = ?"
                        + " WHERE id = ? AND failed_at IS NOT NULL")
                .param(now())
                .param(id)
                .update();
        worker.ifAvailable(HandOver::wake);
        return changed > 0;
    }

    /** The newest first. */
    List<Kept> page(@Nullable State state, int page, int size) {
        return database.sql("SELECT * FROM outgoing_message" + where(state)
                        + " ORDER BY written_at DESC, id DESC LIMIT ? OFFSET ?")
                .param(size)
                .param((long) page * size)
                .query(this::kept)
                .list();
    }

    long count(@Nullable State state) {
        return database.sql("SELECT COUNT(*) FROM outgoing_message" + where(state))
                .query(Long.class)
                .single();
    }

    int removeWrittenBefore(Instant limit, int most) {
        return database.sql("DELETE FROM outgoing_message WHERE written_at < ? LIMIT " + most)
                .param(utc(limit))
                .update();
    }

    private static String where(@Nullable State state) {
        return state == null ? "" : " WHERE" + state.rows;
    }

    private Kept kept(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        Instant sent = instant(row, "sent_at");
        State state = sent != null ? State.SENT : instant(row, "failed_at") != null ? State.FAILED : State.WAITING;
        return new Kept(
                new Outgoing(
                        id,
                        Way.valueOf(row.getString("way")),
                        sealer.open(row.getBytes("address"), addressOf(id)),
                        sealer.open(row.getBytes("words"), wordsOf(id))),
                row.getString("template"),
                state,
                row.getInt("attempts"),
                Objects.requireNonNull(instant(row, "written_at")),
                sent,
                state == State.WAITING ? instant(row, "due_at") : null,
                row.getString("fault"));
    }

    /** By the name that the column had when the first were sealed. */
    private static String addressOf(String id) {
        return "outgoing_message.phone:" + id;
    }

    private static String wordsOf(String id) {
        return "outgoing_message.words:" + id;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private LocalDateTime now() {
        return utc(clock.instant());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
