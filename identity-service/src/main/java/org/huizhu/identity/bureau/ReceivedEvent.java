package org.huizhu.identity.bureau;

import java.time.Instant;
import java.util.List;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** What a bureau sent and what became of it, without what it holds. */
record ReceivedEvent(
        String id,
        String source,
        String eventId,
        String type,
        String bureau,
        Instant saidAt,
        Instant receivedAt,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String subjectId,
        List<Fault> faults) {

    enum Outcome {
        /** It is among what was said. */
        RECORDED,
        /** It waits: nobody is known by that number, or it contradicts what was said before. */
        SET_ASIDE,
        /** It cannot be taken as it is. */
        REFUSED,
        /** Its source took it back. */
        WITHDRAWN,
        /** A person decided that it does not count. */
        REJECTED
    }
}
