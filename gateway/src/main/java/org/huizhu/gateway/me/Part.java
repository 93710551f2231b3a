package org.huizhu.gateway.me;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one service said about the caller's own file; {@code answer} is there only if it is {@link Status#OK}. */
record Part(String service, Status status, @Nullable JsonNode answer) {

    enum Status {
        OK,
        /** Down, too slow, or not understood. */
        UNAVAILABLE,
        REFUSED,
        /** It is no file of the caller's, or the service has none. */
        UNKNOWN_RESIDENT
    }

    static Part without(String service, Status status) {
        return new Part(service, status, null);
    }
}
