package org.huizhu.identity.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.huizhu.contracts.ContractJson;
import org.huizhu.identity.matter.Progress.Due;
import org.huizhu.identity.matter.Progress.Notice;
import org.huizhu.identity.matter.Progress.Visit;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The matters in the database. */
@Repository
class Matters {

    private static final Set<Step> BEFORE_A_RESULT =
            EnumSet.of(Step.RETURNED, Step.ACCEPTED, Step.AT_HOSPITAL, Step.HOME_VISIT);

    private final JdbcClient database;
    private final MatterResults results;
    private final Sealer sealer;
    private final InstantSource clock;

    Matters(JdbcClient database, MatterResults results, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.results = results;
        this.sealer = sealer;
        this.clock = clock;
    }

    Optional<Matter> find(String id) {
        return read("SELECT * FROM certificate_matter WHERE id = ?", id).stream()
                .findFirst();
    }

    /** Locked: whoever moves it waits here for the one before. */
    Optional<Matter> lock(String id) {
        return read("SELECT * FROM certificate_matter WHERE id = ? FOR UPDATE", id).stream()
                .findFirst();
    }

    /** The open ones of a resident, locked. */
    List<Matter> lockOpen(String residentId) {
        return read(
                "SELECT * FROM certificate_matter WHERE resident_id = ? AND open_kind IS NOT NULL ORDER BY id FOR UPDATE",
                residentId);
    }

    Optional<String> openOf(String residentId, Kind kind) {
        return database.sql("SELECT id FROM certificate_matter WHERE resident_id = ? AND open_kind = ?")
                .params(residentId, kind.name())
                .query(String.class)
                .optional();
    }

    /** Whether somebody disputes the result of this matter and has not been answered. */
    boolean isDisputed(String id) {
        return database.sql("SELECT COUNT(*) FROM certificate_matter WHERE about = ? AND open_kind = 'DISPUTE'")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether this result was disputed before, answered or not. */
    boolean wasDisputed(String id) {
        return database.sql("SELECT COUNT(*) FROM certificate_matter WHERE about = ? AND kind = 'DISPUTE'"
                                + " AND step <> 'WITHDRAWN'")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Matter> read(String sql, String parameter) {
        return database.sql(sql).param(parameter).query((row, n) -> matter(row)).list().stream()
                .map(this::withResult)
                .toList();
    }

    private Matter withResult(Matter matter) {
        Progress held = matter.progress();
        Result result = BEFORE_A_RESULT.contains(held.step())
                ? null
                : results.last(matter.id()).orElse(null);
        return new Matter(
                matter.id(),
                matter.residentId(),
                matter.kind(),
                matter.version(),
                matter.filing(),
                new Progress(
                        held.step(),
                        held.due(),
                        held.acceptedBy(),
                        held.hospital(),
                        held.visit(),
                        held.notice(),
                        result));
    }

    private Matter matter(ResultSet row) throws SQLException {
        String id = row.getString("id");
        var filing = new Filing(
                Track.valueOf(row.getString("track")),
                Channel.valueOf(row.getString("channel")),
                row.getString("filed_by"),
                row.getObject("filed_on", LocalDate.class),
                row.getString("office"),
                row.getString("hand_to"),
                row.getString("about"),
                ContractJson.MAPPER.readValue(row.getString("details"), MatterDetails.class));
        LocalDate visitOn = day(row, "visit_on");
        Visit visit = visitOn == null
                ? null
                : new Visit(visitOn, sealer.open(row.getBytes("visit_team"), "certificate_matter.visit_team:" + id));
        var progress = new Progress(
                Step.valueOf(row.getString("step")),
                new Due(day(row, "due_on"), row.getBoolean("due_assumed")),
                row.getString("accepted_by"),
                row.getString("hospital"),
                visit,
                new Notice(row.getBoolean("notice_due"), day(row, "notice_until"), row.getBoolean("objected")),
                null);
        return new Matter(
                id,
                row.getString("resident_id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("version"),
                filing,
                progress);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    void insert(Matter matter) {
        Filing filing = matter.filing();
        database.sql("""
                        INSERT INTO certificate_matter (step, open_kind, version, due_on, due_assumed, accepted_by,
                          hospital, visit_on, visit_team, notice_until, notice_due, objected, closed_on, id,
                          resident_id, kind, track, channel, filed_by, filed_on, office, hand_to, about, details,
                          filed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(progress(matter))
                .param(matter.id())
                .param(matter.residentId())
                .param(matter.kind().name())
                .param(filing.track().name())
                .param(filing.channel().name())
                .param(filing.by())
                .param(filing.on())
                .param(filing.office())
                .param(filing.handTo())
                .param(filing.about())
                .param(ContractJson.MAPPER.writeValueAsString(filing.details()))
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Writes what became of {@code before}. */
    void update(Matter before, Matter after) {
        int changed = database.sql("""
                        UPDATE certificate_matter SET step = ?, open_kind = ?, version = ?, due_on = ?,
                          due_assumed = ?, accepted_by = ?, hospital = ?, visit_on = ?, visit_team = ?,
                          notice_until = ?, notice_due = ?, objected = ?, closed_on = ?
                        WHERE id = ? AND version = ?""")
                .params(progress(after))
                .param(after.id())
                .param(before.version())
                .update();
        if (changed != 1) {
            throw new OptimisticLockingFailureException("a matter was moved by somebody else meanwhile");
        }
    }

    private List<@Nullable Object> progress(Matter matter) {
        Progress progress = matter.progress();
        Visit visit = progress.visit();
        return java.util.Arrays.asList(
                progress.step().name(),
                matter.isOpen() ? matter.kind().name() : null,
                matter.version(),
                progress.due().on(),
                progress.due().assumed(),
                progress.acceptedBy(),
                progress.hospital(),
                visit == null ? null : visit.on(),
                visit == null
                        ? null
                        : sealer.seal(
                                Objects.requireNonNull(visit).team(), "certificate_matter.visit_team:" + matter.id()),
                progress.notice().until(),
                progress.notice().due(),
                progress.notice().objected(),
                matter.isOpen() ? null : Shanghai.today(clock));
    }
}
