package org.huizhu.gateway.console;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a service said to a question that somebody of the staff put to it. */
public sealed interface Said {

    /** It was done, or this is what was asked for. */
    record Fine(JsonNode body) implements Said {}

    /**
     * It was not done.
     *
     * @param text what the service says about it, in the reader's language; empty if it says nothing
     */
    record Refused(int status, String code, String text, List<SentFault> faults) implements Said {

        private static final int NOT_FOUND = 404;

        /** Whether there is none such, or it is somebody else's. */
        public boolean isUnknown() {
            return status == NOT_FOUND;
        }
    }

    /** No answer: nobody knows whether it was done. */
    record Away() implements Said {}

    /** One thing that is wrong with what was sent: where, by its path in the JSON, and what to do about it. */
    record SentFault(String field, String text) {}
}
