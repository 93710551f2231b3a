package org.huizhu.identity.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.IdSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Short messages that wait for a provider: number and words are sealed. There is no provider yet; whoever connects one
 * takes what is not sent and marks it.
 */
@Repository
class OutgoingMessages {

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;

    OutgoingMessages(JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /** Without number and words: what an operator may look at. */
    record Waiting(String id, String residentId, String template, Instant writtenAt) {}

    void write(String residentId, String phone, String template, String text) {
        String id = ids.next();
        database.sql("INSERT INTO outgoing_message (id, resident_id, template, phone, words, written_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(residentId)
                .param(template)
                .param(sealer.seal(phone, "outgoing_message.phone:" + id))
                .param(sealer.seal(text, "outgoing_message.words:" + id))
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    List<Waiting> waiting(int page, int size) {
        return database.sql("SELECT id, resident_id, template, written_at FROM outgoing_message WHERE sent_at IS NULL"
                        + " ORDER BY written_at, id LIMIT ? OFFSET ?")
                .param(size)
                .param((long) page * size)
                .query((row, n) -> new Waiting(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    long countWaiting() {
        return database.sql("SELECT COUNT(*) FROM outgoing_message WHERE sent_at IS NULL")
                .query(Long.class)
                .single();
    }
}
