package org.huizhu.platform.test.servers;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when first asked for; several of them can be made at the same time. */
final class Once<T> {

    private final Supplier<T> make;
    private final AtomicBoolean begun = new AtomicBoolean();
    private @Nullable T made;

    Once(Supplier<T> make) {
        this.make = make;
    }

    /** Whoever asks while it is being made waits; a failure is tried again by the next. */
    synchronized T get() {
        T present = made;
        if (present == null) {
            present = make.get();
            made = present;
        }
        return present;
    }

    /** Has it made while the caller does something else; once, whatever comes of it. */
    void begin() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().daemon().start(() -> {
            try {
                get();
            } catch (RuntimeException failed) {
                // Whoever asks for it is told.
            }
        });
    }
}
