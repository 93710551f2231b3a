package org.huizhu.platform.audit;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what, to whose file, when. Entries are only ever added. */
public final class AuditLog {

    private final JdbcClient database;
    private final InstantSource clock;
    private final ObjectProvider<Tracer> tracer;

    AuditLog(JdbcClient database, InstantSource clock, ObjectProvider<Tracer> tracer) {
        this.database = database;
        this.clock = clock;
        this.tracer = tracer;
    }

    /** Records that the current caller did {@code action} (such as {@code decisions.read}) with that resident's file. */
    public void record(String action, @Nullable String residentId) {
        write(action, residentId, null);
    }

    /**
     * Records that the current caller did {@code action} with something that is no resident's file.
     *
     * @param kind what it is, such as {@code pack}
     */
    public void record(String action, String kind, String id) {
        write(action, null, kind + "/" + id);
    }

    private void write(String action, @Nullable String residentId, @Nullable String subject) {
        database.sql("INSERT INTO audit_entry (at, actor, action, resident_id, subject, trace_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(Caller.current().subject())
                .param(action)
                .param(residentId)
                .param(subject)
                .param(traceId())
                .update();
    }

    private @Nullable String traceId() {
        Tracer available = tracer.getIfAvailable();
        Span span = available == null ? null : available.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
