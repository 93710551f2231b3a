package org.huizhu.system;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The gateway's answer to what a resident is entitled to. */
record Benefits(JsonNode json) {

    static Benefits of(Platform platform, String residentId) {
        return new Benefits(platform.api().get("/api/residents/" + residentId + "/benefits"));
    }

    /** By service. */
    Map<String, String> statuses() {
        return json.required("services")
                .valueStream()
                .collect(Collectors.toMap(
                        part -> part.required("service").asString(),
                        part -> part.required("status").asString()));
    }

    /** Whether each of the four services has decided. */
    boolean complete() {
        return json.required("services").size() == Platform.DECIDING.size()
                && json.required("services")
                        .valueStream()
                        .allMatch(part -> part.required("status").asString().equals("OK")
                                && !part.required("decisions").isEmpty());
    }

    /** By programme. */
    Map<String, JsonNode> decisions() {
        return json.required("services")
                .valueStream()
                .flatMap(part -> part.required("decisions").valueStream())
                .collect(Collectors.toMap(
                        decision -> decision.required("programme").asString(), decision -> decision));
    }
}
