package org.huizhu.platform.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does round after round while there is work, and then rests until it is woken or its poll has passed. A
 * round that fails is tried again after a rest that doubles up to its bound; nothing is ever given up.
 */
public final class BackgroundWorker {

    private static final Logger log = LoggerFactory.getLogger(BackgroundWorker.class);

    private final String name;
    private final BooleanSupplier round;
    private final Rests rests;
    private final Semaphore wakeUps = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;

    /**
     * How long to rest.
     *
     * @param poll when nothing wakes the worker
     * @param retryAfter after a first failure
     * @param retryAtMost after many
     */
    public record Rests(Duration poll, Duration retryAfter, Duration retryAtMost) {

        Duration after(Duration failed) {
            Duration doubled = failed.multipliedBy(2);
            return doubled.compareTo(retryAtMost) > 0 ? retryAtMost : doubled;
        }
    }

    /** {@code round} says whether it found work, so that the next follows at once; it may throw. */
    public BackgroundWorker(String name, BooleanSupplier round, Rests rests) {
        this.name = name;
        this.round = round;
        this.rests = rests;
    }

    /** Says that there is something to do; never blocks. */
    public void wake() {
        wakeUps.release();
    }

    /** Whether the worker has been started and not yet been told to stop; long rounds ask now and then. */
    public boolean isRunning() {
        return running;
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Waits that long at most for the round that is being done. */
    public void stop(Duration atMost) {
        running = false;
        wake();
        Thread working = thread;
        if (working != null) {
            try {
                working.join(atMost);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        Duration rest = rests.retryAfter();
        while (running) {
            try {
                wakeUps.drainPermits();
                boolean worked = round.getAsBoolean();
                rest = rests.retryAfter();
                if (!worked) {
                    pause(rests.poll());
                }
            } catch (RuntimeException | Error failed) {
                if (running) {
                    log.warn("Round of {} failed, next one in {} ms: {}", name, rest.toMillis(), failed.toString());
                    pause(rest);
                    rest = rests.after(rest);
                }
            }
        }
    }

    private void pause(Duration duration) {
        try {
            boolean woken = wakeUps.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
            log.trace("{} goes on, woken: {}", name, woken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
