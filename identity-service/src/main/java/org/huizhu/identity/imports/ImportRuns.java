package org.huizhu.identity.imports;

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
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The imports in the database. Only the worker whose name an import bears moves it on. */
@Repository
class ImportRuns {

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;
    private final ImportSettings settings;

    ImportRuns(JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock, ImportSettings settings) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    String begin(@Nullable String area, String uploadedBy) {
        String id = ids.next();
        database.sql("""
                        INSERT INTO import_run (id, status, area, uploaded_by, next_row, imported, changed, unchanged,
                          rejected, faults, received_at) VALUES (?, 'RECEIVING', ?, ?, 0, 0, 0, 0, 0, '[]', ?)""").param(id).param(area).param(uploadedBy).param(now()).update();
        return id;
    }

    void received(String id) {
        database.sql("UPDATE import_run SET status = 'RECEIVED' WHERE id = ?")
                .param(id)
                .update();
    }

    void remove(String id) {
        database.sql("DELETE FROM import_chunk WHERE import_id = ?").param(id).update();
        database.sql("DELETE FROM import_run WHERE id = ?").param(id).update();
    }

    Optional<ImportRun> find(String id) {
        return database.sql("SELECT * FROM import_run WHERE id = ? AND status <> 'RECEIVING'")
                .param(id)
                .query(this::run)
                .optional();
    }

    List<ImportRun> page(@Nullable String area, int page, int size) {
        return database.sql("SELECT * FROM import_run WHERE status <> 'RECEIVING' AND (? IS NULL OR area LIKE ?)"
                        + " ORDER BY received_at DESC, id DESC LIMIT ? OFFSET ?")
                .param(area)
                .param(within(area))
                .param(size)
                .param((long) page * size)
                .query(this::run)
                .list();
    }

    long count(@Nullable String area) {
        return database.sql(
                        "SELECT COUNT(*) FROM import_run WHERE status <> 'RECEIVING' AND (? IS NULL OR area LIKE ?)")
                .param(area)
                .param(within(area))
                .query(Long.class)
                .single();
    }

    /** Takes the oldest import that nobody works on, under a worker's name that is used this once. */
    Optional<ImportRun> claim(String worker) {
        LocalDateTime now = now();
        int claimed = database.sql("""
                        UPDATE import_run SET worker = ?, lease_until = ?, status = 'RUNNING',
                          attempts = attempts + 1,
                          started_at = COALESCE(started_at, ?)
                        WHERE status IN ('RECEIVED', 'RUNNING') AND (lease_until IS NULL OR lease_until < ?)
                        ORDER BY received_at LIMIT 1""")
                .params(worker, now.plus(settings.lease()), now, now)
                .update();
        if (claimed == 0) {
            return Optional.empty();
        }
        return database.sql("SELECT * FROM import_run WHERE worker = ?")
                .param(worker)
                .query(this::run)
                .optional();
    }

    /** Says that the worker is alive. */
    void renew(String id, String worker) {
        database.sql("UPDATE import_run SET lease_until = ? WHERE id = ? AND worker = ?")
                .params(now().plus(settings.lease()), id, worker)
                .update();
    }

    /** Locks the import for this transaction; false when another worker has it or is further on. */
    boolean isStillAt(String id, String worker, int nextRow) {
        return database.sql(
                        "SELECT next_row FROM import_run WHERE id = ? AND worker = ? AND status = 'RUNNING' FOR UPDATE")
                .params(id, worker)
                .query(Integer.class)
                .optional()
                .filter(next -> next == nextRow)
                .isPresent();
    }

    void inspected(String id, String worker, FileFormat format, Header<?> header, int rows) {
        database.sql("UPDATE import_run SET format = ?, header = ?, row_count = ?, faults = ?, lease_until = ?"
                        + " WHERE id = ? AND worker = ?")
                .params(
                        format.asText(),
                        sealer.seal(ContractJson.MAPPER.writeValueAsString(header.headings()), "import.header:" + id),
                        rows,
                        ContractJson.MAPPER.writeValueAsString(header.warnings()),
                        now().plus(settings.lease()),
                        id,
                        worker)
                .update();
    }

    void advance(String id, int nextRow, ImportRun.Tally done) {
        database.sql("""
                        UPDATE import_run SET next_row = ?, attempts = 0, imported = imported + ?, changed = changed + ?,
                          unchanged = unchanged + ?, rejected = rejected + ?, lease_until = ? WHERE id = ?""")
                .params(
                        nextRow,
                        done.imported(),
                        done.changed(),
                        done.unchanged(),
                        done.rejected(),
                        now().plus(settings.lease()),
                        id)
                .update();
    }

    /** Ends it and removes the upload; call it in a transaction. */
    void finish(String id, String worker, ImportRun.Status status, List<Fault> faults) {
        int ended = database.sql("UPDATE import_run SET status = ?, faults = ?, finished_at = ?, lease_until = NULL"
                        + " WHERE id = ? AND worker = ? AND status = 'RUNNING'")
                .params(status.name(), ContractJson.MAPPER.writeValueAsString(faults), now(), id, worker)
                .update();
        if (ended == 1) {
            database.sql("DELETE FROM import_chunk WHERE import_id = ?")
                    .param(id)
                    .update();
            database.sql("DELETE FROM import_person WHERE import_id = ?")
                    .param(id)
                    .update();
        }
    }

    /** Lets another worker have it at once: this one stopped, but nothing had failed. */
    void release(String worker) {
        database.sql("UPDATE import_run SET lease_until = NULL, attempts = 0 WHERE worker = ? AND status = 'RUNNING'")
                .param(worker)
                .update();
    }

    /** Takes back that this worker's attempt was counted. */
    void uncount(String worker) {
        database.sql("UPDATE import_run SET attempts = attempts - 1 WHERE worker = ? AND attempts > 0")
                .param(worker)
                .update();
    }

    /** Removes uploads that broke off, and rejected rows that were kept long enough. */
    void tidy() {
        LocalDateTime yesterday = now().minusDays(1);
        database.sql("SELECT id FROM import_run WHERE status = 'RECEIVING' AND received_at < ?")
                .param(yesterday)
                .query(String.class)
                .list()
                .forEach(this::remove);
        LocalDateTime old = now().minus(settings.keepRejected());
        for (String table : List.of("import_fault", "import_rejected_row")) {
            database.sql("DELETE FROM " + table
                            + " WHERE import_id IN (SELECT id FROM import_run WHERE finished_at < ?)")
                    .param(old)
                    .update();
        }
    }

    private static String within(@Nullable String area) {
        return area == null ? "" : area + "%";
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private ImportRun run(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        byte[] header = row.getBytes("header");
        return new ImportRun(
                id,
                ImportRun.Status.valueOf(row.getString("status")),
                row.getString("area"),
                row.getString("format"),
                header == null
                        ? null
                        : ContractJson.MAPPER.readValue(
                                sealer.open(header, "import.header:" + id), new TypeReference<List<String>>() {}),
                row.getObject("row_count", Integer.class),
                row.getInt("next_row"),
                row.getInt("attempts"),
                new ImportRun.Tally(
                        row.getInt("imported"), row.getInt("changed"), row.getInt("unchanged"), row.getInt("rejected")),
                ContractJson.MAPPER.readValue(row.getString("faults"), new TypeReference<List<Fault>>() {}),
                instant(row.getObject("received_at", LocalDateTime.class)),
                instantOrNull(row.getObject("started_at", LocalDateTime.class)),
                instantOrNull(row.getObject("finished_at", LocalDateTime.class)));
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant instantOrNull(@Nullable LocalDateTime utc) {
        return utc == null ? null : instant(utc);
    }
}
