package org.huizhu.gateway.receipts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.huizhu.gateway.ask.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A receipt as identity gives it, and what came of it in each service that decides.
 *
 * @param complete whether every service has decided by all facts that were told because of the event
 */
public record TracedReceipt(JsonNode receipt, boolean complete, List<Part> services) {

    /** What one service says; without {@code effects} it could not be asked. */
    public record Part(
            String service, Status status, @Nullable JsonNode effects) {

        static Part of(String service, Answer answer) {
            return answer.said()
                    .map(effects -> new Part(service, Status.OK, effects))
                    .orElseGet(() -> new Part(service, Status.UNAVAILABLE, null));
        }

        /** Whether it has decided by all of the facts. */
        @JsonIgnore
        public boolean isComplete() {
            return effects != null
                    && effects.path("decided").asInt(-1) == effects.path("told").asInt();
        }
    }

    /** Whether a service could be asked. */
    public enum Status {
        OK,
        UNAVAILABLE
    }
}
