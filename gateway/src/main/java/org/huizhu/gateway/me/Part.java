package org.huizhu.gateway.me;

import org.huizhu.gateway.ask.Answer;
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

    static Part of(String service, Answer answer) {
        return switch (answer) {
            case Answer.Given(JsonNode body) -> new Part(service, Status.OK, body);
            case Answer.Away _ -> new Part(service, Status.UNAVAILABLE, null);
            case Answer.Refused refused -> new Part(service, status(refused), null);
        };
    }

    private static Status status(Answer.Refused refused) {
        if (refused.isUnknown()) {
            return Status.UNKNOWN_RESIDENT;
        }
        return refused.isForbiddenOrUnknown() ? Status.REFUSED : Status.UNAVAILABLE;
    }
}
