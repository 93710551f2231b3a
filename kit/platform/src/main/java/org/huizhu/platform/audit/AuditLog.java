package org.huizhu.platform.audit;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.huizhu.platform.crypto.Proof;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who did what, to whose file, when, in which office and what for. Entries are only ever added, each with a proof that this
 * service wrote it; soon after their transaction has committed they are chained, see {@link ChainWorker}.
 */
public final class AuditLog {

    private final JdbcClient database;
    private final InstantSource clock;
    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Proof> proof;
    private final ObjectProvider<ChainWorker> chain;

    AuditLog(
            JdbcClient database,
            InstantSource clock,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Proof> proof,
            ObjectProvider<ChainWorker> chain) {
        this.database = database;
        this.clock = clock;
        this.tracer = tracer;
        this.proof = proof;
        this.chain = chain;
    }

    /** Records that the current caller did {@code action} (such as {@code decisions.read}) with that resident's file. */
    public void record(String action, @Nullable String residentId) {
        write(action, residentId, null, null);
    }

    /**
     * Records that the current caller did {@code action} with something that is no resident's file.
     *
     * @param kind what it is, such as {@code pack}
     */
    public void record(String action, String kind, String id) {
        write(action, null, kind + "/" + id, null);
    }

    /** Records that the current caller did {@code action} with that resident's file for a stated purpose, a code. */
    public void recordFor(String purpose, String action, String residentId) {
        write(action, residentId, null, purpose);
    }

    private void write(String action, @Nullable String residentId, @Nullable String subject, @Nullable String purpose) {
        Caller caller = Caller.current();
        var entry = new AuditEntry(
                0,
                LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC),
                caller.subject(),
                Office.rolesOf(caller),
                caller.staffArea().orElse(null),
                action,
                residentId,
                subject,
                purpose,
                traceId());
        Proof available = proof.getIfAvailable();
        database.sql("INSERT INTO audit_entry (at, actor, roles, area, action, resident_id, subject, purpose, trace_id,"
                        + " mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.at())
                .param(entry.actor())
                .param(entry.roles())
                .param(entry.area())
                .param(entry.action())
                .param(entry.residentId())
                .param(entry.subject())
                .param(entry.purpose())
                .param(entry.traceId())
                .param(available == null ? null : available.of(entry.content()))
                .update();
        wakeChain();
    }

    private void wakeChain() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            chain.ifAvailable(ChainWorker::wake);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                chain.ifAvailable(ChainWorker::wake);
            }
        });
    }

    private @Nullable String traceId() {
        Tracer available = tracer.getIfAvailable();
        Span span = available == null ? null : available.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
