package org.huizhu.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One entry, without its proof. {@code id} is 0 before it is stored. */
record AuditEntry(
        long id,
        LocalDateTime at,
        String actor,
        @Nullable String roles,
        @Nullable String area,
        String action,
        @Nullable String residentId,
        @Nullable String subject,
        @Nullable String purpose,
        @Nullable String traceId) {

    static final String COLUMNS =
            "e.id, e.at, e.actor, e.roles, e.area, e.action, e.resident_id, e.subject, e.purpose, e.trace_id";

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", LocalDateTime.class),
                row.getString("actor"),
                row.getString("roles"),
                row.getString("area"),
                row.getString("action"),
                row.getString("resident_id"),
                row.getString("subject"),
                row.getString("purpose"),
                row.getString("trace_id"));
    }

    /** What is proven and chained: every field with its length in front, so that no two entries read alike. */
    byte[] content() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(at.toLocalDate().toEpochDay());
            out.writeLong(at.toLocalTime().toNanoOfDay());
            for (String field :
                    new @Nullable String[] {actor, roles, area, action, residentId, subject, purpose, traceId}) {
                write(out, field);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String field) throws IOException {
        if (field == null) {
            out.writeInt(-1);
        } else {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }
}
