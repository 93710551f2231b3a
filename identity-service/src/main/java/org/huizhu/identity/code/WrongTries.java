package org.huizhu.identity.code;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.huizhu.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Bounds guessing: after {@value #MOST} wrong tries within a day an account must wait until a day after the first. */
@Component
public class WrongTries {

    private static final int MOST = 5;
    private static final Duration KEEP = Duration.ofDays(1);

    private final JdbcClient database;
    private final InstantSource clock;

    WrongTries(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts a try before it is known whether it is right, in a transaction of its own, so that many tries at the same
     * time are not more than as many one after the other.
     *
     * @throws Problem 429 when there were too many
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(String account, String purpose) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("DELETE FROM wrong_try WHERE account = ? AND purpose = ? AND since <= ?")
                .param(account)
                .param(purpose)
                .param(now.minus(KEEP))
                .update();
        database.sql("INSERT INTO wrong_try (account, purpose, tries, since) VALUES (?, ?, 1, ?)"
                        + " ON DUPLICATE KEY UPDATE tries = LEAST(tries + 1, 100)")
                .param(account)
                .param(purpose)
                .param(now)
                .update();
        int tries = database.sql("SELECT tries FROM wrong_try WHERE account = ? AND purpose = ?")
                .param(account)
                .param(purpose)
                .query(Integer.class)
                .single();
        if (tries > MOST) {
            throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries", MOST);
        }
    }

    /** The try was right: what was counted before is forgotten. */
    public void wasRight(String account, String purpose) {
        database.sql("DELETE FROM wrong_try WHERE account = ? AND purpose = ?")
                .param(account)
                .param(purpose)
                .update();
    }
}
