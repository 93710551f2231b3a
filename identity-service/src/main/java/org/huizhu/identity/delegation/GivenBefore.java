package org.huizhu.identity.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.huizhu.identity.code.OneTimeCode;
import org.huizhu.identity.delegation.GivenDelegations.Code;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Knows requests by their Idempotency-Key. The code of an invitation follows from the key and a secret of this service, so
 * that it can be told again without being kept.
 */
@Repository
class GivenBefore {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource clock;

    GivenBefore(JdbcClient database, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A request with a key, by somebody. */
    record Asked(String name, byte[] mac, byte[] bodyMac) {}

    /** Null for a request without a key. */
    @Nullable
    Asked asked(@Nullable String key, String actor, Object request) {
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > LONGEST_KEY) {
            throw new Problem(HttpStatus.BAD_REQUEST, "idempotency-key-too-long", LONGEST_KEY);
        }
        String name = actor + "\n" + key;
        return new Asked(
                name,
                sealer.fingerprint("delegation.request:" + name),
                sealer.fingerprint(ContractJson.MAPPER.writeValueAsString(request)));
    }

    /** What came of it before, in the transaction that locked the resident's list. */
    Optional<GiveDelegation.Given> answer(Asked asked) {
        record Earlier(byte[] bodyMac, String id, @Nullable Instant codeUntil) {}
        return database.sql("SELECT * FROM delegation_request WHERE request_mac = ?")
                .param(asked.mac())
                .query((row, n) -> {
                    LocalDateTime until = row.getObject("code_until", LocalDateTime.class);
                    return new Earlier(
                            row.getBytes("body_mac"),
                            row.getString("delegation_id"),
                            until == null ? null : until.toInstant(ZoneOffset.UTC));
                })
                .optional()
                .map(earlier -> {
                    if (!Arrays.equals(earlier.bodyMac(), asked.bodyMac())) {
                        throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
                    }
                    Instant until = earlier.codeUntil();
                    return GiveDelegation.Given.of(earlier.id(), until == null ? null : new Code(code(asked), until));
                });
    }

    String code(Asked asked) {
        return OneTimeCode.of(sealer.fingerprint("delegation.invitation:" + asked.name()));
    }

    void remember(Asked asked, GiveDelegation.Given given) {
        Instant until = given.codeUntil();
        database.sql("INSERT INTO delegation_request (request_mac, body_mac, delegation_id, code_until, asked_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .param(asked.mac())
                .param(asked.bodyMac())
                .param(given.id())
                .param(until == null ? null : LocalDateTime.ofInstant(until, ZoneOffset.UTC))
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    int removeAskedBefore(Instant limit, int most) {
        return database.sql("DELETE FROM delegation_request WHERE asked_at < ? LIMIT " + most)
                .param(LocalDateTime.ofInstant(limit, ZoneOffset.UTC))
                .update();
    }
}
