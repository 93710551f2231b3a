package org.huizhu.identity.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to matters: steps, what was sent, objections. Nothing is ever changed or removed. */
@Repository
class MatterHistory {

    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource clock;

    MatterHistory(JdbcClient database, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** One step; {@code actor} is a subject of a token. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long version,
            Instant at,
            @Nullable String actor,
            String role,
            Action action,
            @Nullable Step from,
            Step to,
            @Nullable LocalDate dueOn,
            @Nullable String remark) {

        Entry withoutActor() {
            return new Entry(version, at, null, role, action, from, to, dueOn, remark);
        }

        @Override
        public String toString() {
            return "Entry[" + action + "]";
        }
    }

    /** What was sent once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Submission(
            Instant at, Set<Document> documents, @Nullable String remark) {

        @Override
        public String toString() {
            return "Submission" + documents;
        }
    }

    /** What somebody had against it. */
    record Objection(Instant at, String text) {

        @Override
        public String toString() {
            return "Objection[" + at + "]";
        }
    }

    void step(@Nullable Matter before, Matter after, Action action, String role, @Nullable String remark) {
        database.sql("""
                        INSERT INTO matter_step (matter_id, sequence, at, actor, role, action, from_step, to_step,
                          due_on, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(after.id())
                .param(after.version())
                .param(now())
                .param(Caller.current().subject())
                .param(role)
                .param(action.name())
                .param(before == null ? null : before.step().name())
                .param(after.step().name())
                .param(after.progress().due().on())
                .param(
                        remark == null
                                ? null
                                : sealer.seal(remark, "matter_step.remark:" + after.id() + "/" + after.version()))
                .update();
    }

    List<Entry> steps(String matterId) {
        return database.sql("SELECT * FROM matter_step WHERE matter_id = ? ORDER BY sequence")
                .param(matterId)
                .query((row, n) -> {
                    String from = row.getString("from_step");
                    long version = row.getLong("sequence");
                    return new Entry(
                            version,
                            utc(row.getObject("at", LocalDateTime.class)),
                            row.getString("actor"),
                            row.getString("role"),
                            Action.valueOf(row.getString("action")),
                            from == null ? null : Step.valueOf(from),
                            Step.valueOf(row.getString("to_step")),
                            row.getObject("due_on", LocalDate.class),
                            open(row.getBytes("remark"), "matter_step.remark:" + matterId + "/" + version));
                })
                .list();
    }

    void submitted(String matterId, Set<Document> documents, @Nullable String remark) {
        int sequence = submissions(matterId).size() + 1;
        database.sql("INSERT INTO matter_submission (matter_id, sequence, sent_at, sent_by, documents, remark)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .param(matterId)
                .param(sequence)
                .param(now())
                .param(Caller.current().subject())
                .param(documents.stream().sorted().map(Document::name).collect(Collectors.joining(",")))
                .param(
                        remark == null
                                ? null
                                : sealer.seal(remark, "matter_submission.remark:" + matterId + "/" + sequence))
                .update();
    }

    List<Submission> submissions(String matterId) {
        return database.sql("SELECT * FROM matter_submission WHERE matter_id = ? ORDER BY sequence")
                .param(matterId)
                .query((row, n) -> new Submission(
                        utc(row.getObject("sent_at", LocalDateTime.class)),
                        documents(row.getString("documents")),
                        open(
                                row.getBytes("remark"),
                                "matter_submission.remark:" + matterId + "/" + row.getInt("sequence"))))
                .list();
    }

    private static Set<Document> documents(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(Document::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Document.class)));
    }

    void objected(String matterId, String text) {
        int sequence = objections(matterId).size() + 1;
        database.sql("INSERT INTO matter_objection (matter_id, sequence, recorded_at, recorded_by, text)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .param(matterId)
                .param(sequence)
                .param(now())
                .param(Caller.current().subject())
                .param(sealer.seal(text, "matter_objection.text:" + matterId + "/" + sequence))
                .update();
    }

    List<Objection> objections(String matterId) {
        return database.sql("SELECT * FROM matter_objection WHERE matter_id = ? ORDER BY sequence")
                .param(matterId)
                .query((row, n) -> new Objection(
                        utc(row.getObject("recorded_at", LocalDateTime.class)),
                        sealer.open(
                                row.getBytes("text"),
                                "matter_objection.text:" + matterId + "/" + row.getInt("sequence"))))
                .list();
    }

    private @Nullable String open(byte @Nullable [] sealed, String context) {
        return sealed == null ? null : sealer.open(sealed, context);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Instant utc(LocalDateTime at) {
        return at.toInstant(ZoneOffset.UTC);
    }
}
