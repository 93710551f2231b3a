package org.huizhu.platform.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huizhu.eligibility.InvalidFacts;
import org.huizhu.eligibility.RuleBroken;
import org.huizhu.platform.facts.HeldFacts;
import org.huizhu.platform.facts.HeldFacts.Held;

/**
 * Goes through all residents in the order of their ids. Each processor takes the next page, answers for its residents
 * and writes down those that change, so that no more than a page a processor is ever in memory.
 */
final class RehearsalRuns {

    private static final int PAGE = 1_000;

    private final HeldFacts held;
    private final Rehearsals rehearsals;
    private final RehearsedChanges changes;

    RehearsalRuns(HeldFacts held, Rehearsals rehearsals, RehearsedChanges changes) {
        this.held = held;
        this.rehearsals = rehearsals;
        this.changes = changes;
    }

    Tally run(String id, Trial trial) {
        Pages pages = new Pages();
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            List<Future<Tally>> parts = new ArrayList<>();
            for (int i = 0; i < processors; i++) {
                parts.add(workers.submit(worker(id, trial, pages)));
            }
            Tally sum = new Tally();
            for (Future<Tally> part : parts) {
                sum.add(part.get());
            }
            return sum;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            pages.stop();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Callable<Tally> worker(String id, Trial trial, Pages pages) {
        return () -> {
            Tally tally = new Tally();
            try {
                for (List<Held> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                    changes.add(id, page(page, trial, tally));
                    rehearsals.progress(id, pages.handedOut());
                }
            } catch (RuntimeException failed) {
                pages.stop();
                throw failed;
            }
            return tally;
        };
    }

    private static List<Rehearsed> page(List<Held> page, Trial trial, Tally tally) {
        List<Rehearsed> changed = new ArrayList<>();
        for (Held resident : page) {
            try {
                Rehearsed rehearsed = trial.of(resident.residentId(), resident.homeArea(), resident.read());
                tally.add(rehearsed);
                if (rehearsed.change() != null) {
                    changed.add(rehearsed);
                }
            } catch (RuleBroken broken) {
                tally.broke(broken);
            } catch (InvalidFacts malformed) {
                tally.unreadable();
            }
        }
        return changed;
    }

    /** Hands each page out once. */
    private final class Pages {
        private String last = "";
        private boolean stopped;
        private volatile long handedOut;

        synchronized List<Held> next() {
            if (stopped) {
                return List.of();
            }
            List<Held> page = held.after(last, PAGE);
            if (page.isEmpty()) {
                stopped = true;
            } else {
                last = page.getLast().residentId();
                handedOut += page.size();
            }
            return page;
        }

        synchronized void stop() {
            stopped = true;
        }

        long handedOut() {
            return handedOut;
        }
    }
}
