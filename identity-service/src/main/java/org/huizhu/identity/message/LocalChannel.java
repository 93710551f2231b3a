package org.huizhu.identity.message;

import org.springframework.stereotype.Component;

/** Takes everything and sends it nowhere: what was written stays in the outbox, where operators look at it. */
@Component
class LocalChannel implements Channel {

    @Override
    public String name() {
        return "local";
    }

    @Override
    public void handOver(Outgoing message) {
        // Being marked as sent is all that becomes of it here.
    }
}
