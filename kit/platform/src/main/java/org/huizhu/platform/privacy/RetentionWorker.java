package org.huizhu.platform.privacy;

import java.time.Duration;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.huizhu.platform.work.WorksInBackground;

/** Looks now and then whether the day's removal is due. */
final class RetentionWorker implements WorksInBackground {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final BackgroundWorker worker;

    RetentionWorker(Retention retention, RetentionSettings settings) {
        this.worker = new BackgroundWorker(
                "retention", retention::round, new Rests(settings.poll(), RETRY_AFTER, settings.poll()));
    }

    @Override
    public BackgroundWorker worker() {
        return worker;
    }

    @Override
    public Duration stopWithin() {
        return STOP_WITHIN;
    }
}
