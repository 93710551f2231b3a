package org.huizhu.identity.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Works imports off in the background, one at a time, those too that another instance left unfinished. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final ImportRuns runs;
    private final RunImport runImport;
    private final IdSource ids;
    private final InstantSource clock;
    private final ImportSettings settings;
    private final Semaphore wakeUps = new Semaphore(0);
    private @Nullable Thread thread;
    private @Nullable String notCounted;
    private Instant tidied = Instant.EPOCH;
    private volatile boolean running;

    ImportWorker(ImportRuns runs, RunImport runImport, IdSource ids, InstantSource clock, ImportSettings settings) {
        this.runs = runs;
        this.runImport = runImport;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Says that something was received; never blocks. */
    void wake() {
        wakeUps.release();
    }

    private void work() {
        while (running) {
            try {
                if (!workOnce()) {
                    tidyAtTimes();
                    pause();
                }
            } catch (RuntimeException | Error failed) {
                log.warn("Imports wait: {}", failed.toString());
                pause();
            }
        }
    }

    private void tidyAtTimes() {
        Instant now = clock.instant();
        if (now.isAfter(tidied.plus(TIDY_EVERY))) {
            runs.tidy();
            tidied = now;
        }
    }

    /**
     * What fails keeps its lease, so that the other imports come first, and is tried again when that has run out. That
     * the database was away is not held against an import.
     */
    private boolean workOnce() {
        if (notCounted != null) {
            runs.uncount(notCounted);
            notCounted = null;
        }
        String worker = ids.next();
        Optional<ImportRun> claimed = runs.claim(worker);
        claimed.ifPresent(run -> {
            try {
                runImport.run(run, worker, () -> running);
                runs.release(worker);
            } catch (TransactionException
                    | DataAccessResourceFailureException
                    | RecoverableDataAccessException
                    | TransientDataAccessResourceException away) {
                notCounted = worker;
                throw away;
            }
        });
        return claimed.isPresent();
    }

    private void pause() {
        try {
            if (wakeUps.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("imports").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread working = thread;
        if (working != null) {
            try {
                working.join(settings.lease());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
