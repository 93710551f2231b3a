package org.huizhu.platform.privacy;

import java.time.Duration;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.springframework.context.SmartLifecycle;

/** Looks now and then whether the day's removal is due. */
final class RetentionWorker implements SmartLifecycle {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final BackgroundWorker worker;

    RetentionWorker(Retention retention, RetentionSettings settings) {
        this.worker = new BackgroundWorker(
                "retention", retention::round, new Rests(settings.poll(), RETRY_AFTER, settings.poll()));
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop(STOP_WITHIN);
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
