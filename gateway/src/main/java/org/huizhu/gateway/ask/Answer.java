package org.huizhu.gateway.ask;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What came of a question. */
public sealed interface Answer {

    /** The service answered; the body is a missing node where it had nothing to say. */
    record Given(JsonNode body) implements Answer {

        /** It may be personal. */
        @Override
        public String toString() {
            return "Given[…]";
        }
    }

    /** The service does not do it for this caller; its words are in the reader's language. */
    record Refused(int status, String code, String detail, List<Wrong> wrong) implements Answer {

        /** Whether there is no such thing for this caller. */
        public boolean isForbiddenOrUnknown() {
            return status == 401 || status == 403 || isUnknown();
        }

        /** Whether there is none such, or it is somebody else's. */
        public boolean isUnknown() {
            return status == 404;
        }
    }

    /** It could not be asked, or its answer made no sense. */
    record Away(String service) implements Answer {}

    /** One thing to be put right in what was sent. */
    record Wrong(String field, String text) {}

    /** What was said, if anything. */
    default Optional<JsonNode> said() {
        return this instanceof Given(JsonNode body) ? Optional.of(body) : Optional.empty();
    }

    default boolean isAway() {
        return this instanceof Away;
    }

    /** Whether there is no such thing for this caller. */
    default boolean isNotForCaller() {
        return this instanceof Refused refused && refused.isForbiddenOrUnknown();
    }
}
