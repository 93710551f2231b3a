package org.huizhu.gateway.receipts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A receipt as identity gives it, and what came of it in each service that decides.
 *
 * @param complete whether every service has decided by all facts that were told because of the event
 */
record TracedReceipt(JsonNode receipt, boolean complete, List<Part> services) {

    /** What one service says; without {@code effects} it could not be asked. */
    record Part(String service, Status status, @Nullable JsonNode effects) {

        boolean isComplete() {
            return effects != null
                    && effects.path("decided").asInt(-1) == effects.path("told").asInt();
        }
    }

    /** Whether a service could be asked. */
    enum Status {
        OK,
        UNAVAILABLE
    }
}
