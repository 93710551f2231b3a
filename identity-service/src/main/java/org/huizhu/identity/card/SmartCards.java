package org.huizhu.identity.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cards in the database. */
@Repository
class SmartCards {

    private static final String CARD = "SELECT s.*, COALESCE(r.home_community, r.home_street) AS area"
            + " FROM smart_card s JOIN resident r ON r.id = s.resident_id";
    private static final String WITHIN = "COALESCE(r.home_community, r.home_street) LIKE CONCAT(?, '%')";

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;

    SmartCards(JdbcClient database, Sealer sealer, IdSource ids) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
    }

    /** One card, without its chip. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Card(
            String id,
            String residentId,
            CardStatus status,
            String reason,
            PhotoState photo,
            @Nullable String photoReason,
            @Nullable String batchId,
            LocalDate wantedOn,
            @Nullable LocalDate handedOverOn,
            @Nullable LocalDate endedOn,
            @Nullable String area) {}

    private static Card card(ResultSet row, int n) throws SQLException {
        return new Card(
                row.getString("id"),
                row.getString("resident_id"),
                CardStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                PhotoState.valueOf(row.getString("photo")),
                row.getString("photo_reason"),
                row.getString("batch_id"),
                row.getObject("wanted_on", LocalDate.class),
                row.getObject("handed_over_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("area"));
    }

    Optional<Card> find(String id) {
        return database.sql(CARD + " WHERE s.id = ?")
                .param(id)
                .query(SmartCards::card)
                .optional();
    }

    /** The one that is still to be made or handed over, locked. */
    Optional<Card> wanted(String residentId) {
        return database.sql(CARD + " WHERE s.wanted_of = ? FOR UPDATE")
                .param(residentId)
                .query(SmartCards::card)
                .optional();
    }

    /** Those with this status and photo, the oldest first; {@code null} is any. */
    List<Card> list(@Nullable CardStatus status, @Nullable PhotoState photo, String area, int size, long offset) {
        return database.sql(CARD + " WHERE (? IS NULL OR s.status = ?) AND (? IS NULL OR s.photo = ?) AND " + WITHIN
                        + " ORDER BY s.wanted_on, s.id LIMIT ? OFFSET ?")
                .param(name(status))
                .param(name(status))
                .param(name(photo))
                .param(name(photo))
                .param(area)
                .param(size)
                .param(offset)
                .query(SmartCards::card)
                .list();
    }

    long count(@Nullable CardStatus status, @Nullable PhotoState photo, String area) {
        return database.sql("SELECT COUNT(*) FROM smart_card s JOIN resident r ON r.id = s.resident_id"
                        + " WHERE (? IS NULL OR s.status = ?) AND (? IS NULL OR s.photo = ?) AND " + WITHIN)
                .param(name(status))
                .param(name(status))
                .param(name(photo))
                .param(name(photo))
                .param(area)
                .query(Long.class)
                .single();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    void want(String residentId, String reason, PhotoState photo, LocalDate day) {
        database.sql("INSERT INTO smart_card (id, resident_id, wanted_of, status, reason, photo, wanted_on)"
                        + " VALUES (?, ?, ?, 'WAITING', ?, ?, ?)")
                .params(ids.next(), residentId, residentId, reason, photo.name(), day)
                .update();
    }

    /** Holders of a valid certificate who have no smart card and for whom none is wanted. */
    List<String> withoutCard(String area, int most) {
        return database.sql("SELECT c.resident_id FROM certificate c JOIN resident r ON r.id = c.resident_id"
                        + " WHERE c.status = 'ACTIVE' AND r.deceased_on IS NULL AND " + WITHIN
                        + " AND NOT EXISTS (SELECT 1 FROM smart_card s WHERE s.resident_id = c.resident_id"
                        + " AND s.status <> 'ENDED') ORDER BY c.resident_id LIMIT ?")
                .params(area, most)
                .query((row, n) -> row.getString(1))
                .list();
    }

    void photo(String id, PhotoState state, @Nullable PhotoFault reason) {
        database.sql("UPDATE smart_card SET photo = ?, photo_reason = ? WHERE id = ? AND status = 'WAITING'")
                .param(state.name())
                .param(name(reason))
                .param(id)
                .update();
    }

    /** Puts what can be made into a batch, the oldest first, up to {@code most}. */
    int order(String batchId, String area, int most) {
        List<String> ready = database.sql("SELECT s.id FROM smart_card s JOIN resident r ON r.id = s.resident_id"
                        + " WHERE s.status = 'WAITING' AND s.photo = 'ACCEPTED' AND " + WITHIN
                        + " ORDER BY s.wanted_on, s.id LIMIT ?")
                .params(area, most)
                .query((row, n) -> row.getString(1))
                .list();
        return ready.isEmpty()
                ? 0
                : database.sql("UPDATE smart_card SET status = 'ORDERED', batch_id = :batch"
                                + " WHERE id IN (:ids) AND status = 'WAITING'")
                        .param("batch", batchId)
                        .param("ids", ready)
                        .update();
    }

    List<Card> ofBatch(String batchId) {
        return database.sql(CARD + " WHERE s.batch_id = ? ORDER BY s.id")
                .param(batchId)
                .query(SmartCards::card)
                .list();
    }

    boolean isChipKnown(String chip) {
        return database.sql("SELECT COUNT(*) FROM smart_card WHERE chip_mac = ?")
                        .param(sealer.fingerprint(chip))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void made(String id, String chip) {
        database.sql(
                        "UPDATE smart_card SET status = 'MADE', chip = ?, chip_mac = ? WHERE id = ? AND status = 'ORDERED'")
                .params(sealer.seal(chip, "smart_card.chip:" + id), sealer.fingerprint(chip), id)
                .update();
    }

    /** Ends those that the holder has had so far. */
    void endHandedOver(String residentId, LocalDate day) {
        database.sql("UPDATE smart_card SET status = 'ENDED', ended_on = ?"
                        + " WHERE resident_id = ? AND status = 'HANDED_OVER'")
                .params(day, residentId)
                .update();
    }

    void handOver(String id, LocalDate day) {
        database.sql("UPDATE smart_card SET status = 'HANDED_OVER', wanted_of = NULL, handed_over_on = ?"
                        + " WHERE id = ? AND status = 'MADE'")
                .params(day, id)
                .update();
    }

    void end(String id, LocalDate day) {
        database.sql("UPDATE smart_card SET status = 'ENDED', wanted_of = NULL, ended_on = ? WHERE id = ?")
                .params(day, id)
                .update();
    }

    /** A street's holders of valid certificates, and those of them who have a smart card. */
    record Progress(String street, long holders, long withCard, int percent) {}

    List<Progress> progress(String area) {
        return database.sql("""
                        SELECT r.home_street AS street, COUNT(*) AS holders,
                          SUM(EXISTS (SELECT 1 FROM smart_card s
                            WHERE s.resident_id = c.resident_id AND s.status = 'HANDED_OVER')) AS with_card
                        FROM certificate c JOIN resident r ON r.id = c.resident_id
                        WHERE c.status = 'ACTIVE' AND r.deceased_on IS NULL
                          AND COALESCE(r.home_community, r.home_street) LIKE CONCAT(?, '%')
                        GROUP BY r.home_street ORDER BY r.home_street""")
                .param(area)
                .query((row, n) -> {
                    long holders = row.getLong("holders");
                    long with = row.getLong("with_card");
                    return new Progress(row.getString("street"), holders, with, (int) (with * 100 / holders));
                })
                .list();
    }
}
