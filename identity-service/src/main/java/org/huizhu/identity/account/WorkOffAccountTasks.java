package org.huizhu.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.huizhu.identity.account.AccountTasks.Kind;
import org.huizhu.identity.account.AccountTasks.Task;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does at Keycloak what was written down, one after the other, each in a transaction that keeps other instances from it.
 * While Keycloak is away nothing is given up and nobody waits for it; what it refuses waits, longer each time, and the
 * rest goes on.
 */
@Component
class WorkOffAccountTasks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WorkOffAccountTasks.class);
    private static final Duration ADOPT_EVERY = Duration.ofHours(1);
    private static final int LONGEST_EXPONENT = 10;

    private final AccountTasks tasks;
    private final Accounts accounts;
    private final AccountsAtKeycloak keycloak;
    private final AdoptAccounts adopt;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final BackgroundWorker worker;
    private Instant adopted = Instant.EPOCH;

    WorkOffAccountTasks(
            AccountTasks tasks,
            Accounts accounts,
            AccountsAtKeycloak keycloak,
            AdoptAccounts adopt,
            TransactionTemplate transaction,
            InstantSource clock,
            AccountSettings settings) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.adopt = adopt;
        this.transaction = transaction;
        this.clock = clock;
        this.worker = new BackgroundWorker(
                "accounts", this::round, new Rests(settings.poll(), Duration.ofMillis(500), Duration.ofSeconds(5)));
    }

    /** Says that something was written down; never blocks. */
    void wake() {
        worker.wake();
    }

    private boolean round() {
        Boolean worked = transaction.execute(status -> {
            Optional<Task> next = tasks.next();
            next.ifPresent(this::work);
            return next.isPresent();
        });
        if (Boolean.TRUE.equals(worked)) {
            return true;
        }
        if (clock.instant().isAfter(adopted.plus(ADOPT_EVERY))) {
            adopt.all();
            adopted = clock.instant();
            tasks.tidy();
        }
        return false;
    }

    private void work(Task task) {
        try {
            // Not locked: nobody who changes an account waits for Keycloak, and each change writes a task of its own.
            accounts.find(task.accountId()).ifPresent(account -> perform(task, account));
            tasks.done(task);
        } catch (AccountsAtKeycloak.Refused refused) {
            log.atWarn()
                    .addKeyValue("event", "account-task-refused")
                    .addKeyValue("account", task.accountId())
                    .log("{} is put off: {}", task.kind(), refused.getMessage());
            Duration wait = Duration.ofSeconds(30L << Math.min(task.attempts(), LONGEST_EXPONENT));
            tasks.postpone(task, wait, Objects.requireNonNullElse(refused.getMessage(), "refused"));
        }
    }

    private void perform(Task task, Account account) {
        String subject = account.subject();
        if (subject == null || task.kind() == Kind.SYNC) {
            subject = keycloak.makeSo(account);
            if (account.subject() == null) {
                accounts.known(account.id(), subject);
            }
        }
        if (task.kind() == Kind.PASSWORD && task.secret() != null) {
            keycloak.setOneTimePassword(subject, task.secret());
        } else if (task.kind() == Kind.EXPIRE_PASSWORD) {
            keycloak.takeUnusedPassword(subject);
        }
    }

    @Override
    public void start() {
        if (keycloak.isConfigured()) {
            worker.start();
        } else {
            log.info("No secret for Keycloak (huizhu.accounts.client-secret): accounts wait");
        }
    }

    @Override
    public void stop() {
        if (keycloak.isConfigured()) {
            worker.stop(Duration.ofSeconds(10));
        }
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
