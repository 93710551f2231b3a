package org.huizhu.identity.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.huizhu.platform.work.WorksInBackground;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Works imports off in the background, one at a time, those too that another instance left unfinished. */
@Component
class ImportWorker implements WorksInBackground {

    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final ImportRuns runs;
    private final RunImport runImport;
    private final IdSource ids;
    private final InstantSource clock;
    private final ImportSettings settings;
    private final BackgroundWorker worker;
    private @Nullable String notCounted;
    private Instant tidied = Instant.EPOCH;

    ImportWorker(ImportRuns runs, RunImport runImport, IdSource ids, InstantSource clock, ImportSettings settings) {
        this.runs = runs;
        this.runImport = runImport;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.worker = new BackgroundWorker(
                "imports", this::round, new Rests(settings.poll(), settings.poll(), settings.poll()));
    }

    /** Says that something was received; never blocks. */
    void wake() {
        worker.wake();
    }

    private boolean round() {
        boolean worked = workOnce();
        if (!worked) {
            tidyAtTimes();
        }
        return worked;
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
        String lease = ids.next();
        Optional<ImportRun> claimed = runs.claim(lease);
        claimed.ifPresent(run -> {
            try {
                runImport.run(run, lease, worker::isRunning);
                runs.release(lease);
            } catch (TransactionException
                    | DataAccessResourceFailureException
                    | RecoverableDataAccessException
                    | TransientDataAccessResourceException away) {
                notCounted = lease;
                throw away;
            }
        });
        return claimed.isPresent();
    }

    @Override
    public BackgroundWorker worker() {
        return worker;
    }

    @Override
    public Duration stopWithin() {
        return settings.lease();
    }
}
