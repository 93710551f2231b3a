package org.huizhu.identity.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The second credentials in the database; the number is sealed, and held by one resident at a time. */
@Repository
class SecondCredentials {

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;

    SecondCredentials(JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is shown: of the number the last four characters. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credential(
            String id,
            CredentialKind kind,
            int grade,
            String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate withdrawnOn) {}

    List<Credential> of(String residentId) {
        return database.sql("SELECT * FROM second_credential WHERE resident_id = ? ORDER BY id")
                .param(residentId)
                .query((row, n) -> credential(row))
                .list();
    }

    private Credential credential(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String number = sealer.open(row.getBytes("number"), context(id));
        return new Credential(
                id,
                CredentialKind.valueOf(row.getString("kind")),
                row.getInt("grade"),
                "*".repeat(Math.max(0, number.length() - 4)) + number.substring(Math.max(0, number.length() - 4)),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class));
    }

    boolean isHeld(CredentialKind kind, String number) {
        return database.sql("SELECT COUNT(*) FROM second_credential WHERE held_mac = ?")
                        .param(mac(kind, number))
                        .query(Long.class)
                        .single()
                > 0;
    }

    String add(String residentId, CredentialKind kind, int grade, String number, @Nullable LocalDate issuedOn) {
        String id = ids.next();
        byte[] mac = mac(kind, number);
        database.sql("""
                        INSERT INTO second_credential (id, resident_id, kind, grade, number, number_mac, held_mac,
                          issued_on, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(residentId)
                .param(kind.name())
                .param(grade)
                .param(sealer.seal(number, context(id)))
                .param(mac)
                .param(mac)
                .param(issuedOn)
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(Caller.current().subject())
                .update();
        return id;
    }

    boolean withdraw(String residentId, String id, LocalDate day) {
        return database.sql("UPDATE second_credential SET withdrawn_on = ?, held_mac = NULL"
                                + " WHERE id = ? AND resident_id = ? AND withdrawn_on IS NULL")
                        .params(day, id, residentId)
                        .update()
                > 0;
    }

    private byte[] mac(CredentialKind kind, String number) {
        return sealer.fingerprint(kind + ":" + number);
    }

    private static String context(String id) {
        return "second_credential.number:" + id;
    }
}
