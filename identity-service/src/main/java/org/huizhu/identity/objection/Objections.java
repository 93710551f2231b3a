package org.huizhu.identity.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.huizhu.identity.objection.Objection.Kind;
import org.huizhu.identity.objection.Objection.Status;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objections in the database; what was written and answered is sealed. */
@Repository
class Objections {

    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource clock;

    Objections(JdbcClient database, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** What is objected to, before it has an id. */
    record Said(Kind kind, String programme, @Nullable String fact, String text) {

        @Override
        public String toString() {
            return "Said[" + kind + "]";
        }
    }

    /** False if the same is objected to already and not answered yet. */
    boolean insert(String id, String residentId, Said said, boolean byDelegate) {
        try {
            database.sql("""
                            INSERT INTO objection (id, resident_id, kind, programme, fact, text, open_for, filed_at, filed_by,
                              by_delegate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(id)
                    .param(residentId)
                    .param(said.kind().name())
                    .param(said.programme())
                    .param(said.fact())
                    .param(sealer.seal(said.text(), textOf(id)))
                    .param(residentId + "/" + said.kind() + "/" + said.programme() + "/"
                            + Objects.requireNonNullElse(said.fact(), ""))
                    .param(now())
                    .param(Caller.current().subject())
                    .param(byDelegate)
                    .update();
            return true;
        } catch (DuplicateKeyException already) {
            return false;
        }
    }

    long open(String residentId) {
        return database.sql("SELECT COUNT(*) FROM objection WHERE resident_id = ? AND outcome IS NULL")
                .param(residentId)
                .query(Long.class)
                .single();
    }

    Optional<Objection> find(String id) {
        return database.sql("SELECT * FROM objection WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The newest first. */
    List<Objection> ofResident(String residentId, String before, int most) {
        return database.sql("SELECT * FROM objection WHERE resident_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .param(residentId)
                .param(before)
                .param(most)
                .query((row, n) -> read(row))
                .list();
    }

    /** Those of residents whose home is in that area; those that wait, the oldest first. */
    List<Objection> inArea(@Nullable String area, boolean open, String after, int most) {
        return database.sql("""
                        SELECT o.* FROM objection o JOIN resident r ON r.id = o.resident_id
                        WHERE COALESCE(r.home_community, r.home_street) LIKE CONCAT(:area, '%') AND o.id > :after
                          AND (o.outcome IS NULL) = :open
                        ORDER BY o.id LIMIT :most""")
                .param("area", Objects.requireNonNullElse(area, ""))
                .param("after", after)
                .param("open", open)
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** How many of residents whose home is in that area wait for an answer. */
    long waiting(@Nullable String area) {
        return database.sql("""
                        SELECT COUNT(*) FROM objection o JOIN resident r ON r.id = o.resident_id
                        WHERE COALESCE(r.home_community, r.home_street) LIKE CONCAT(?, '%') AND o.outcome IS NULL""")
                .param(Objects.requireNonNullElse(area, ""))
                .query(Long.class)
                .single();
    }

    /** False if it was answered before. */
    boolean answer(String id, Status outcome, String words) {
        return database.sql("UPDATE objection SET outcome = ?, answer = ?, answered_at = ?, answered_by = ?,"
                                + " open_for = NULL WHERE id = ? AND outcome IS NULL")
                        .param(outcome.name())
                        .param(sealer.seal(words, answerOf(id)))
                        .param(now())
                        .param(Caller.current().subject())
                        .param(id)
                        .update()
                > 0;
    }

    /** All of one resident's, for their export. */
    List<Objection> all(String residentId) {
        return database.sql("SELECT * FROM objection WHERE resident_id = ? ORDER BY id")
                .param(residentId)
                .query((row, n) -> read(row))
                .list();
    }

    private Objection read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String outcome = row.getString("outcome");
        byte[] answer = row.getBytes("answer");
        return new Objection(
                id,
                row.getString("resident_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("programme"),
                row.getString("fact"),
                sealer.open(row.getBytes("text"), textOf(id)),
                instant(row.getObject("filed_at", LocalDateTime.class)),
                row.getBoolean("by_delegate"),
                outcome == null ? Status.OPEN : Status.valueOf(outcome),
                answer == null ? null : sealer.open(answer, answerOf(id)),
                outcome == null ? null : instant(row.getObject("answered_at", LocalDateTime.class)));
    }

    private static String textOf(String id) {
        return "objection.text:" + id;
    }

    private static String answerOf(String id) {
        return "objection.answer:" + id;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
