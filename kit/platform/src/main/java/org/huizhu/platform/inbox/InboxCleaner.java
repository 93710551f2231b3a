package org.huizhu.platform.inbox;

import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the inbox from growing for ever; several instances may clean at once. */
final class InboxCleaner {

    private static final Duration KEEP = Duration.ofDays(30);

    private final Inbox inbox;

    InboxCleaner(Inbox inbox) {
        this.inbox = inbox;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void clean() {
        while (inbox.forget(KEEP) > 0) {
            Thread.onSpinWait();
        }
    }
}
