package org.huizhu.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves. */
final class MovableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    MovableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    void set(Instant instant) {
        now.set(instant);
    }

    /** Each look is a little later than the one before, as on a real clock. */
    @Override
    public Instant instant() {
        return now.updateAndGet(instant -> instant.plus(Duration.ofNanos(1_000)));
    }
}
