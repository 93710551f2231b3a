package org.huizhu.identity.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.IdSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The drafts in the database, sealed. Each belongs to the account that fills it in, and nobody else sees it. */
@Repository
class Drafts {

    private static final String OF = " WHERE resident_id = ? AND account = ?";

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;

    Drafts(JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    record Draft(String kind, Instant savedAt, JsonNode content) {

        /** It may be personal. */
        @Override
        public String toString() {
            return "Draft[" + kind + "]";
        }
    }

    /** The one saved last comes first. */
    List<Draft> of(String residentId, String account) {
        return database.sql("SELECT * FROM filing_draft" + OF + " ORDER BY saved_at DESC, kind")
                .params(residentId, account)
                .query(this::draft)
                .list();
    }

    Optional<Draft> find(String residentId, String account, String kind) {
        return database.sql("SELECT * FROM filing_draft" + OF + " AND kind = ?")
                .params(residentId, account, kind)
                .query(this::draft)
                .optional();
    }

    /** In place of the one before. */
    void put(String residentId, String account, String kind, String content) {
        database.sql("INSERT IGNORE INTO filing_draft (id, resident_id, account, kind, content, saved_at)"
                        + " VALUES (?, ?, ?, ?, '', ?)")
                .params(ids.next(), residentId, account, kind, now())
                .update();
        String id = database.sql("SELECT id FROM filing_draft" + OF + " AND kind = ? FOR UPDATE")
                .params(residentId, account, kind)
                .query(String.class)
                .single();
        database.sql("UPDATE filing_draft SET content = ?, saved_at = ? WHERE id = ?")
                .params(sealer.seal(content, context(id)), now(), id)
                .update();
    }

    void remove(String residentId, String account, String kind) {
        database.sql("DELETE FROM filing_draft" + OF + " AND kind = ?")
                .params(residentId, account, kind)
                .update();
    }

    int removeSavedBefore(Instant limit, int most) {
        return database.sql("DELETE FROM filing_draft WHERE saved_at < ? LIMIT " + most)
                .param(LocalDateTime.ofInstant(limit, ZoneOffset.UTC))
                .update();
    }

    private Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getString("kind"),
                row.getObject("saved_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                ContractJson.MAPPER.readTree(sealer.open(row.getBytes("content"), context(row.getString("id")))));
    }

    private static String context(String id) {
        return "filing_draft.content:" + id;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
