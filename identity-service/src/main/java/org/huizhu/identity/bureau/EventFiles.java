package org.huizhu.identity.bureau;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.huizhu.identity.imports.Header;
import org.huizhu.identity.imports.ImportSettings;
import org.huizhu.identity.imports.SealedPieces;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Files of events in the database, sealed as they came. */
@Repository
class EventFiles {

    static final SealedColumn PIECES = new SealedColumn(
            "event_file_piece", "content", List.of("file_id", "number"), "event_file.piece:{file_id}:{number}");
    static final SealedColumn HEADERS = SealedColumn.of("event_file", "header", "id", "event_file.header:{id}");

    private final JdbcClient database;
    private final Sealer sealer;
    private final SealedPieces pieces;
    private final ImportSettings settings;
    private final IdSource ids;
    private final InstantSource clock;

    EventFiles(JdbcClient database, Sealer sealer, ImportSettings settings, IdSource ids, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.pieces = new SealedPieces(database, sealer, PIECES);
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes place for a file that is about to come, and says under which id. */
    String begin(EventFile.Said said, String sender) {
        String id = ids.next();
        database.sql("""
                        INSERT INTO event_file (id, status, bureau, source, type, sender, said_at, row_count, next_row,
                          recorded, set_aside, refused, warnings, received_at)
                        VALUES (?, 'RECEIVING', ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, '[]', ?)""")
                .params(
                        id,
                        said.bureau(),
                        said.source(),
                        said.type().type(),
                        sender,
                        utc(said.at()),
                        utc(clock.instant()))
                .update();
        return id;
    }

    /** Stores all that comes, and answers with the fingerprint of it.
     *
     * @throws Problem if it is too much */
    byte[] store(String id, InputStream upload) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            pieces.store(id, new DigestInputStream(upload, digest), settings.maxSize());
            return sealer.fingerprint("event-file:" + HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    InputStream open(String id) {
        return pieces.open(id);
    }

    void remove(String id) {
        database.sql("DELETE FROM event_file_piece WHERE file_id = ?").param(id).update();
        database.sql("DELETE FROM event_file WHERE id = ?").param(id).update();
    }

    /** The file with that content that came before from that source with that type. */
    Optional<EventFile> same(EventFile.Said said, byte[] fingerprint) {
        return database.sql("SELECT * FROM event_file WHERE source = ? AND type = ? AND fingerprint = ?")
                .params(said.source(), said.type().type(), fingerprint)
                .query(this::file)
                .optional();
    }

    /** It has come whole and can be read; false if the same came in the meantime. */
    boolean received(String id, byte[] fingerprint, String format, Header<?> header, int rows) {
        try {
            database.sql("UPDATE event_file SET status = 'UNFINISHED', fingerprint = ?, format = ?, header = ?,"
                            + " row_count = ?, warnings = ? WHERE id = ?")
                    .params(
                            fingerprint,
                            format,
                            sealer.seal(ContractJson.MAPPER.writeValueAsString(header.headings()), headerOf(id)),
                            rows,
                            ContractJson.MAPPER.writeValueAsString(header.warnings()),
                            id)
                    .update();
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }

    /**
     * Notes that rows are taken in, in the transaction in which they are.
     *
     * @throws Problem if another request takes the same file in and was quicker
     */
    void advance(EventFile file, int from, int rows, EventFile.Tally done) {
        boolean last = from + rows == file.rows();
        int moved = database.sql("""
                        UPDATE event_file SET next_row = ?, recorded = recorded + ?, set_aside = set_aside + ?,
                          refused = refused + ?, status = ?, finished_at = ? WHERE id = ? AND next_row = ?""")
                .param(from + rows)
                .param(done.recorded())
                .param(done.setAside())
                .param(done.refused())
                .param(last ? EventFile.Status.DONE.name() : EventFile.Status.UNFINISHED.name())
                .param(last ? utc(clock.instant()) : null)
                .param(file.id())
                .param(from)
                .update();
        if (moved == 0) {
            throw Problem.conflict("event-file-running", file.id());
        }
    }

    Optional<EventFile> find(String id) {
        return database.sql("SELECT * FROM event_file WHERE id = ? AND status <> 'RECEIVING'")
                .param(id)
                .query(this::file)
                .optional();
    }

    /** Those of a bureau, or all, the newest first, before that one. */
    List<EventFile> page(@Nullable String bureau, @Nullable String before, int size) {
        return database.sql("SELECT * FROM event_file WHERE status <> 'RECEIVING' AND (? IS NULL OR bureau = ?)"
                        + " AND (? IS NULL OR id < ?) ORDER BY id DESC LIMIT ?")
                .param(bureau)
                .param(bureau)
                .param(before)
                .param(before)
                .param(size)
                .query(this::file)
                .list();
    }

    /**
     * Removes what files held: their rows are kept as events. Of one that was never finished, the file too, so that it
     * can come anew.
     */
    int removeBefore(Instant limit, int most) {
        int removed = database.sql("DELETE FROM event_file_piece WHERE file_id IN"
                        + " (SELECT id FROM event_file WHERE received_at < ?) LIMIT " + most)
                .param(utc(limit))
                .update();
        if (removed == most) {
            return removed;
        }
        return removed
                + database.sql("DELETE FROM event_file WHERE received_at < ? AND status <> 'DONE' LIMIT "
                                + (most - removed))
                        .param(utc(limit))
                        .update();
    }

    private EventFile file(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        LocalDateTime finished = row.getObject("finished_at", LocalDateTime.class);
        return new EventFile(
                id,
                EventFile.Status.valueOf(row.getString("status")),
                new EventFile.Said(
                        BureauEventType.of(row.getString("type")).orElseThrow(),
                        row.getString("source"),
                        instant(row, "said_at"),
                        row.getString("bureau")),
                row.getBytes("fingerprint"),
                row.getString("format"),
                ContractJson.MAPPER.readValue(
                        sealer.open(row.getBytes("header"), headerOf(id)), new TypeReference<List<String>>() {}),
                row.getInt("row_count"),
                row.getInt("next_row"),
                new EventFile.Tally(row.getInt("recorded"), row.getInt("set_aside"), row.getInt("refused")),
                ContractJson.MAPPER.readValue(row.getString("warnings"), new TypeReference<List<Fault>>() {}),
                instant(row, "received_at"),
                finished == null ? null : finished.toInstant(ZoneOffset.UTC));
    }

    private static String headerOf(String id) {
        return "event_file.header:" + id;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
