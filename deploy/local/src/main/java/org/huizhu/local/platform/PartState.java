package org.huizhu.local.platform;

import java.time.Duration;

/** What is known of a part's process at one moment. */
public sealed interface PartState {

    /**
     * It lives.
     *
     * @param memory resident set in bytes
     * @param uptime since its start
     */
    record Running(long pid, long memory, Duration uptime) implements PartState {}

    /** It ended, or was ended, without being asked to. */
    record Dead(long pid) implements PartState {}

    /** It was never started, or was stopped in good order. */
    record Stopped() implements PartState {}
}
