package org.huizhu.platform.decisions;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.facts.HeldFacts;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What this service has decided for a resident, and why. */
@RestController
class DecisionsController {

    private final Decisions decisions;
    private final HeldFacts held;
    private final List<DecisionFollower> followers;
    private final AuditLog audit;

    DecisionsController(Decisions decisions, HeldFacts held, List<DecisionFollower> followers, AuditLog audit) {
        this.decisions = decisions;
        this.held = held;
        this.followers = followers;
        this.audit = audit;
    }

    @GetMapping("/api/${huizhu.decisions.service}/residents/{residentId}/decisions")
    @PreAuthorize("@access.reads(#residentId)")
    Map<String, @Nullable Object> decisions(@PathVariable String residentId) {
        long version = held.versionOf(residentId).orElseThrow(() -> Problem.notFound("no-such-resident"));
        audit.record("decisions.read", residentId);
        Map<String, Map<String, Object>> cases = new HashMap<>();
        followers.forEach(follower -> cases.putAll(follower.of(residentId)));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("residentId", residentId);
        answer.put("factsVersion", version);
        answer.put(
                "decisions",
                decisions.explained(residentId).stream()
                        .map(decision -> json(decision, cases.get(decision.programme())))
                        .toList());
        return answer;
    }

    private static Map<String, @Nullable Object> json(
            Decisions.Explained decision, @Nullable Map<String, Object> caseOfIt) {
        Map<String, @Nullable Object> json = Wordings.join(decision.wording(), decision.trace());
        json.put("asOf", decision.asOf().toString());
        json.put("factsVersion", decision.factsVersion());
        json.put("cause", decision.cause());
        json.put("decidedAt", decision.decidedAt().toInstant(ZoneOffset.UTC).toString());
        json.put("case", caseOfIt);
        return json;
    }
}
