package org.huizhu.platform.keys;

import java.time.Duration;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.huizhu.platform.work.WorksInBackground;

/** Works a change of keys off in the background, one that another instance left unfinished too. */
final class RotationWorker implements WorksInBackground {

    private static final Duration RETRY_AFTER = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final BackgroundWorker worker;

    RotationWorker(RotateKeys rotateKeys, KeySettings settings) {
        this.worker = new BackgroundWorker(
                "key-rotation", rotateKeys::step, new Rests(settings.poll(), RETRY_AFTER, settings.poll()));
    }

    /** Says that a change was begun; never blocks. */
    void wake() {
        worker.wake();
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
