package org.huizhu.gateway.assess;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The programmes of all services, part by part. */
public record Programmes(List<Part> services) {

    /** Those of one service, as it wrote them. */
    public record Part(String service, Status status, List<JsonNode> programmes) {

        /** Those that the search finds. */
        public Part only(ProgrammeSearch search) {
            return new Part(
                    service, status, programmes.stream().filter(search::finds).toList());
        }
    }

    public boolean isWhole() {
        return services.stream().allMatch(part -> part.status() == Status.OK);
    }
}
