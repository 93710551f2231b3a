package org.huizhu.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is to be done at Keycloak: written down in the transaction of its cause and done when Keycloak answers. Tasks of
 * one account are done in the order in which they were written.
 */
@Repository
class AccountTasks {

    private static final Duration KEEP = Duration.ofDays(30);

    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource clock;
    private final ObjectProvider<WorkOffAccountTasks> worker;

    AccountTasks(JdbcClient database, Sealer sealer, InstantSource clock, ObjectProvider<WorkOffAccountTasks> worker) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
        this.worker = worker;
    }

    enum Kind {
        /** Make the account at Keycloak what the row says. */
        SYNC,
        /** Set the password that is good for one sign-in. */
        PASSWORD,
        /** Take that password away if it was not used. */
        EXPIRE_PASSWORD
    }

    /** {@code secret}: the password to set. */
    record Task(
            long id, Kind kind, String accountId, @Nullable String secret, int attempts) {

        @Override
        public String toString() {
            return "Task[" + kind + ", " + accountId + "]";
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void sync(String accountId) {
        write(Kind.SYNC, accountId, null, clock.instant());
    }

    /** The password, and that it is taken away when its time is over; those written before no longer count. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void password(String accountId, String secret, Instant until) {
        database.sql("DELETE FROM account_task WHERE account_id = ? AND done_at IS NULL"
                        + " AND kind IN ('PASSWORD', 'EXPIRE_PASSWORD')")
                .param(accountId)
                .update();
        write(Kind.PASSWORD, accountId, secret, clock.instant());
        write(Kind.EXPIRE_PASSWORD, accountId, null, until);
    }

    private void write(Kind kind, String accountId, @Nullable String secret, Instant due) {
        var key = new GeneratedKeyHolder();
        database.sql("INSERT INTO account_task (kind, account_id, attempts, due_at, created_at) VALUES (?, ?, 0, ?, ?)")
                .param(kind.name())
                .param(accountId)
                .param(utc(due))
                .param(utc(clock.instant()))
                .update(key, "id");
        Number id = key.getKey();
        if (secret != null && id != null) {
            database.sql("UPDATE account_task SET secret = ? WHERE id = ?")
                    .param(sealer.seal(secret, "account_task.secret:" + id.longValue()))
                    .param(id.longValue())
                    .update();
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.ifAvailable(WorkOffAccountTasks::wake);
            }
        });
    }

    /** The next one that is due and that no other instance works on; it stays locked until the transaction ends. */
    Optional<Task> next() {
        return database.sql("""
                        SELECT t.* FROM account_task t
                        WHERE t.done_at IS NULL AND t.due_at <= ? AND NOT EXISTS (
                          SELECT 1 FROM account_task earlier WHERE earlier.account_id = t.account_id
                            AND earlier.done_at IS NULL AND earlier.id < t.id AND earlier.kind <> 'EXPIRE_PASSWORD')
                        ORDER BY t.due_at, t.id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param(utc(clock.instant()))
                .query((row, n) -> {
                    long id = row.getLong("id");
                    byte[] secret = row.getBytes("secret");
                    return new Task(
                            id,
                            Kind.valueOf(row.getString("kind")),
                            row.getString("account_id"),
                            secret == null ? null : sealer.open(secret, "account_task.secret:" + id),
                            row.getInt("attempts"));
                })
                .optional();
    }

    /** Its secret is forgotten with it. */
    void done(Task task) {
        database.sql("UPDATE account_task SET done_at = ?, secret = NULL, fault = NULL WHERE id = ?")
                .param(utc(clock.instant()))
                .param(task.id())
                .update();
    }

    /** Keycloak does not want it so: it waits, longer each time, for somebody to see to it. */
    void postpone(Task task, Duration wait, String fault) {
        database.sql("UPDATE account_task SET attempts = attempts + 1, due_at = ?, fault = ? WHERE id = ?")
                .param(utc(clock.instant().plus(wait)))
                .param(fault)
                .param(task.id())
                .update();
    }

    /** How many wait for Keycloak now, by account. */
    long waiting(String accountId) {
        return database.sql("SELECT COUNT(*) FROM account_task WHERE account_id = ? AND done_at IS NULL"
                        + " AND kind <> 'EXPIRE_PASSWORD'")
                .param(accountId)
                .query(Long.class)
                .single();
    }

    int tidy() {
        return database.sql("DELETE FROM account_task WHERE done_at < ? LIMIT 1000")
                .param(utc(clock.instant().minus(KEEP)))
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
