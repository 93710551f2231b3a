package org.huizhu.identity.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes that residents gave out. */
@Repository
class VerificationCodes {

    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource clock;

    VerificationCodes(JdbcClient database, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    record Code(
            String id,
            String residentId,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {

        boolean isLive(Instant now) {
            return revokedAt == null && now.isBefore(expiresAt);
        }
    }

    void add(Code code, CodeText text) {
        database.sql("INSERT INTO verification_code (id, resident_id, code_mac, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .param(code.id())
                .param(code.residentId())
                .param(mac(text))
                .param(utc(code.createdAt()))
                .param(utc(code.expiresAt()))
                .update();
    }

    Optional<Code> find(CodeText text) {
        return database.sql("SELECT * FROM verification_code WHERE code_mac = ?")
                .param(mac(text))
                .query(VerificationCodes::code)
                .optional();
    }

    /** The newest first. */
    List<Code> page(String residentId, int page, int size) {
        return database.sql("SELECT * FROM verification_code WHERE resident_id = ?"
                        + " ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?")
                .params(residentId, size, (long) page * size)
                .query(VerificationCodes::code)
                .list();
    }

    long countLive(String residentId) {
        return database.sql("SELECT COUNT(*) FROM verification_code"
                        + " WHERE resident_id = ? AND revoked_at IS NULL AND expires_at > ?")
                .params(residentId, utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Whether there is such a code of that resident; revoking twice changes nothing. */
    boolean revoke(String residentId, String id) {
        database.sql(
                        "UPDATE verification_code SET revoked_at = ? WHERE id = ? AND resident_id = ? AND revoked_at IS NULL")
                .params(utc(clock.instant()), id, residentId)
                .update();
        return database.sql("SELECT COUNT(*) FROM verification_code WHERE id = ? AND resident_id = ?")
                        .params(id, residentId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    int removeExpiredBefore(Instant limit, int most) {
        return database.sql("DELETE FROM verification_code WHERE expires_at < ? LIMIT " + most)
                .param(utc(limit))
                .update();
    }

    /** The context keeps a code's fingerprint apart from those of numbers. */
    private byte[] mac(CodeText text) {
        return sealer.fingerprint("verification-code\n" + text.value());
    }

    private static Code code(ResultSet row, int n) throws SQLException {
        LocalDateTime revoked = row.getObject("revoked_at", LocalDateTime.class);
        return new Code(
                row.getString("id"),
                row.getString("resident_id"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                revoked == null ? null : revoked.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
