package org.huizhu.identity.bureau;

import java.time.Instant;
import java.util.List;

/**
 * A receipt as the resident whom it concerns sees it: who said what kind of thing and when, what became of it, and which of
 * the facts told of this resident came of it. Nothing of what was sent and of anybody else is in it.
 *
 * @param type without what all types begin with
 */
record OwnReceipt(
        String receipt,
        String bureau,
        String type,
        Instant saidAt,
        Instant receivedAt,
        ReceivedEvent.Outcome outcome,
        List<Told> told) {

    /** Facts of that version were told then. */
    record Told(long version, Instant at) {}
}
