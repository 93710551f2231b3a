package org.huizhu.gateway.benefits;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What all benefit services have decided about one resident, part by part. */
public record Benefits(String residentId, List<Part> services) {

    /** Whether a service could answer, and may answer this caller. */
    public enum Status {
        OK,
        UNAVAILABLE,
        REFUSED,
        UNKNOWN_RESIDENT
    }

    /** The answer of one service; its decisions as that service wrote them. */
    public record Part(String service, Status status, List<JsonNode> decisions) {

        static Part without(String service, Status status) {
            return new Part(service, status, List.of());
        }
    }

    boolean any(Status status) {
        return services.stream().anyMatch(part -> part.status() == status);
    }
}
