package org.huizhu.gateway.assess;

import java.util.List;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Services say that the request is faulty: one problem, with what each of them found, each thing once. */
final class AssessRefused extends RuntimeException {

    private final HttpStatusCode status;
    private final transient JsonNode problem;

    private AssessRefused(HttpStatusCode status, JsonNode problem) {
        super("the request is faulty");
        this.status = status;
        this.problem = problem;
    }

    static AssessRefused of(List<AssessAnswer.Refused> refusals) {
        AssessAnswer.Refused first = refusals.getFirst();
        ObjectNode problem = first.problem().deepCopy();
        List<JsonNode> errors = refusals.stream()
                .filter(refusal -> refusal.problem().path("code").equals(problem.path("code")))
                .flatMap(refusal -> refusal.problem().path("errors").valueStream())
                .distinct()
                .toList();
        if (!errors.isEmpty()) {
            problem.putArray("errors").addAll(errors);
        }
        problem.put("instance", "/api/assess");
        return new AssessRefused(first.status(), problem);
    }

    HttpStatusCode status() {
        return status;
    }

    JsonNode problem() {
        return problem;
    }
}
