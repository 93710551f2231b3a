package org.huizhu.identity.certificate;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Supplier;
import org.huizhu.contracts.ContractJson;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Answers by the caller's Idempotency-Key, so that a request whose answer was lost can be sent again. */
@Repository
public class AnsweredRequests {

    private static final int LONGEST_KEY = 200;
    private static final Duration KEEP = Duration.ofDays(30);

    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource clock;

    AnsweredRequests(JdbcClient database, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    private record Stored(byte[] body, String answer) {}

    /** The stored answer, or that of {@code work}, which is stored in the same transaction. */
    public <T> T once(@Nullable String key, Object request, Class<T> type, Supplier<T> work) {
        if (key == null || key.isBlank()) {
            return work.get();
        }
        if (key.length() > LONGEST_KEY) {
            throw new Problem(HttpStatus.BAD_REQUEST, "idempotency-key-too-long", LONGEST_KEY);
        }
        byte[] requestMac = sealer.fingerprint(Caller.current().subject() + "\n" + key);
        byte[] bodyMac = sealer.fingerprint(ContractJson.MAPPER.writeValueAsString(request));
        var stored = database.sql("SELECT body_mac, answer FROM answered_request WHERE request_mac = ?")
                .param(requestMac)
                .query((row, n) -> new Stored(row.getBytes("body_mac"), row.getString("answer")))
                .optional();
        if (stored.isPresent()) {
            return sameAnswer(stored.get(), bodyMac, type);
        }
        T answer = work.get();
        database.sql("INSERT INTO answered_request (request_mac, body_mac, answer, answered_at) VALUES (?, ?, ?, ?)")
                .param(requestMac)
                .param(bodyMac)
                .param(ContractJson.MAPPER.writeValueAsString(answer))
                .param(now())
                .update();
        return answer;
    }

    /** Forgets what nobody will send again; several instances may do so at once. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void tidy() {
        database.sql("DELETE FROM answered_request WHERE answered_at < ?")
                .param(now().minus(KEEP))
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static <T> T sameAnswer(Stored stored, byte[] bodyMac, Class<T> type) {
        if (!Arrays.equals(stored.body(), bodyMac)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
        }
        return ContractJson.MAPPER.readValue(stored.answer(), type);
    }
}
