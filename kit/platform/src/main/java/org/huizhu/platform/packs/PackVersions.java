package org.huizhu.platform.packs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.huizhu.platform.packs.PackVersion.Step;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Drafts and published versions. Each change is made by the current caller and only to the version they have seen. */
final class PackVersions {

    private static final String COLUMNS =
            "SELECT id, programme, pack, yaml, sha256, status, faulty, valid_from, valid_to,"
                    + " created_by, created_at, edited_by, edited_at, approved_by, approved_at, withdrawn_by, withdrawn_at,"
                    + " version FROM pack_version";

    private final JdbcTemplate database;
    private final InstantSource clock;

    PackVersions(JdbcTemplate database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(String id, CheckedDraft draft) {
        String by = Caller.current().subject();
        LocalDateTime now = now();
        database.update(
                "INSERT INTO pack_version (id, programme, pack, yaml, sha256, status, faulty, valid_from, valid_to,"
                        + " created_by, created_at, edited_by, edited_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, 1)",
                id,
                draft.programme(),
                draft.name(),
                draft.yaml(),
                draft.sha256(),
                draft.isFaulty(),
                draft.from(),
                draft.to(),
                by,
                now,
                by,
                now);
    }

    void edit(PackVersion seen, CheckedDraft draft) {
        expectOne(database.update(
                "UPDATE pack_version SET programme = ?, pack = ?, yaml = ?, sha256 = ?, faulty = ?, valid_from = ?,"
                        + " valid_to = ?, edited_by = ?, edited_at = ?, version = version + 1"
                        + " WHERE id = ? AND version = ? AND status = 'DRAFT'",
                draft.programme(),
                draft.name(),
                draft.yaml(),
                draft.sha256(),
                draft.isFaulty(),
                draft.from(),
                draft.to(),
                Caller.current().subject(),
                now(),
                seen.id(),
                seen.version()));
    }

    void approve(PackVersion seen, CheckedDraft draft, String rehearsalId) {
        expectOne(database.update(
                "UPDATE pack_version SET status = 'APPROVED', faulty = FALSE, programme = ?, pack = ?, valid_from = ?,"
                        + " valid_to = ?, rehearsal_id = ?, approved_by = ?, approved_at = ?, version = version + 1"
                        + " WHERE id = ? AND version = ? AND status = 'DRAFT'",
                draft.programme(),
                draft.name(),
                draft.from(),
                draft.to(),
                rehearsalId,
                Caller.current().subject(),
                now(),
                seen.id(),
                seen.version()));
    }

    void withdraw(PackVersion seen) {
        expectOne(database.update(
                "UPDATE pack_version SET status = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?, version = version + 1"
                        + " WHERE id = ? AND version = ? AND status = 'APPROVED'",
                Caller.current().subject(),
                now(),
                seen.id(),
                seen.version()));
    }

    PackVersion get(String id) {
        return database.query(COLUMNS + " WHERE id = ?", PackVersions::read, id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-such-pack-version"));
    }

    /** All that have or had a place in the calendar, the earliest first. */
    List<PackVersion> published() {
        return database.query(
                COLUMNS + " WHERE status IN ('APPROVED', 'WITHDRAWN') ORDER BY valid_from, id", PackVersions::read);
    }

    /** Those in force at some time, of one programme. */
    List<PackVersion> approved(String programme) {
        return database.query(
                COLUMNS + " WHERE status = 'APPROVED' AND programme = ? ORDER BY valid_from",
                PackVersions::read,
                programme);
    }

    List<PackVersion> drafts() {
        return database.query(COLUMNS + " WHERE status = 'DRAFT' ORDER BY id", PackVersions::read);
    }

    private static void expectOne(int rows) {
        if (rows != 1) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "version-outdated");
        }
    }

    private static PackVersion read(ResultSet row, int n) throws SQLException {
        return new PackVersion(
                row.getString("id"),
                row.getString("programme"),
                row.getString("pack"),
                row.getString("yaml"),
                row.getString("sha256"),
                PackStatus.valueOf(row.getString("status")),
                row.getBoolean("faulty"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                new Step(row.getString("created_by"), row.getObject("created_at", LocalDateTime.class)),
                new Step(row.getString("edited_by"), row.getObject("edited_at", LocalDateTime.class)),
                step(row, "approved"),
                step(row, "withdrawn"),
                row.getLong("version"));
    }

    private static @Nullable Step step(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        return by == null ? null : new Step(by, row.getObject(what + "_at", LocalDateTime.class));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
