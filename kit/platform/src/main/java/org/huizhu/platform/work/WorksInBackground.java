package org.huizhu.platform.work;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** A bean whose worker works from the start of the application to its end. */
public interface WorksInBackground extends SmartLifecycle {

    /** The one worker, the same at each call. */
    BackgroundWorker worker();

    /** How long the end of the application waits at most for the round that is being done. */
    Duration stopWithin();

    @Override
    default void start() {
        worker().start();
    }

    @Override
    default void stop() {
        worker().stop(stopWithin());
    }

    @Override
    default boolean isRunning() {
        return worker().isRunning();
    }
}
