package org.huizhu.platform.audit;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.huizhu.platform.crypto.Proof;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who did what, to whose file, when, in which office and what for. Entries are only ever added, each with a proof that this
 * service wrote it; soon after their transaction has committed they are chained, see {@link ChainWorker}.
 */
public final class AuditLog {

    private static final int AT_ONCE = 1_000;
    private static final String INSERT = """
        INSERT INTO audit_entry (at, actor, roles, area, action, resident_id, subject, purpose, trace_id, mac)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate database;
    private final InstantSource clock;
    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Proof> proof;

    AuditLog(JdbcTemplate database, InstantSource clock, ObjectProvider<Tracer> tracer, ObjectProvider<Proof> proof) {
        this.database = database;
        this.clock = clock;
        this.tracer = tracer;
        this.proof = proof;
    }

    /** Records that the current caller did {@code action} (such as {@code decisions.read}) with that resident's file. */
    public void record(String action, @Nullable String residentId) {
        write(List.of(entries().of(action, residentId, null, null)));
    }

    /** The same with each of many residents' files. */
    public void recordEach(String action, Collection<String> residentIds) {
        Entries entries = entries();
        write(residentIds.stream().map(id -> entries.of(action, id, null, null)).toList());
    }

    /**
     * Records that the current caller did {@code action} with something that is no resident's file.
     *
     * @param kind what it is, such as {@code pack}
     */
    public void record(String action, String kind, String id) {
        write(List.of(entries().of(action, null, kind + "/" + id, null)));
    }

    /** Records that the current caller did {@code action} with that resident's file for a stated purpose, a code. */
    public void recordFor(String purpose, String action, String residentId) {
        write(List.of(entries().of(action, residentId, null, purpose)));
    }

    /** What the entries of one moment and caller have in common. */
    private record Entries(
            LocalDateTime at, Caller caller, @Nullable String traceId) {

        AuditEntry of(String action, @Nullable String residentId, @Nullable String subject, @Nullable String purpose) {
            return new AuditEntry(
                    0,
                    at,
                    caller.subject(),
                    Office.rolesOf(caller),
                    caller.staffArea().orElse(null),
                    action,
                    residentId,
                    subject,
                    purpose,
                    traceId);
        }
    }

    private Entries entries() {
        var now = LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        return new Entries(now, Caller.current(), traceId());
    }

    private void write(List<AuditEntry> entries) {
        Proof available = proof.getIfAvailable();
        database.batchUpdate(INSERT, entries, AT_ONCE, (row, entry) -> {
            row.setObject(1, entry.at());
            row.setString(2, entry.actor());
            row.setString(3, entry.roles());
            row.setString(4, entry.area());
            row.setString(5, entry.action());
            row.setString(6, entry.residentId());
            row.setString(7, entry.subject());
            row.setString(8, entry.purpose());
            row.setString(9, entry.traceId());
            row.setBytes(10, available == null ? null : available.of(entry.content()));
        });
    }

    private @Nullable String traceId() {
        Tracer available = tracer.getIfAvailable();
        Span span = available == null ? null : available.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
