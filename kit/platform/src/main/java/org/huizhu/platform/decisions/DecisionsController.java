package org.huizhu.platform.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this service has decided for a resident, and why; and what it was before. */
@RestController
class DecisionsController {

    private static final int PAGE = 50;

    private final Assessments assessments;
    private final Decisions decisions;
    private final Wordings wordings;
    private final HeldFacts held;
    private final List<DecisionFollower> followers;
    private final AuditLog audit;

    DecisionsController(
            Assessments assessments,
            Decisions decisions,
            Wordings wordings,
            HeldFacts held,
            List<DecisionFollower> followers,
            AuditLog audit) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.wordings = wordings;
        this.held = held;
        this.followers = followers;
        this.audit = audit;
    }

    @GetMapping("/api/${huizhu.decisions.service}/residents/{residentId}/decisions")
    @PreAuthorize("@access.reads(#residentId)")
    Map<String, @Nullable Object> decisions(@PathVariable String residentId) {
        Map<String, @Nullable Object> answer = begin(residentId, "decisions.read");
        answer.put(
                "decisions",
                assessments
                        .of(residentId)
                        .map(stored -> decisions(residentId, stored))
                        .orElse(List.of()));
        return answer;
    }

    private List<Map<String, @Nullable Object>> decisions(String residentId, Assessments.Stored stored) {
        Map<String, Map<String, Object>> cases = new HashMap<>();
        followers.forEach(follower -> cases.putAll(follower.of(residentId)));
        Map<String, Decisions.Taken> taken = decisions.taken(residentId);
        var now = new Decisions.Taken(stored.asOf(), stored.factsVersion(), stored.cause(), stored.assessedAt());
        Map<String, Map<String, @Nullable Object>> explained =
                wordings.explain(stored.trace(), Trace.read(stored.facts()));
        for (Map.Entry<String, Map<String, @Nullable Object>> each : explained.entrySet()) {
            describe(each.getValue(), stored.asOf(), taken.getOrDefault(each.getKey(), now));
            each.getValue().put("case", cases.get(each.getKey()));
        }
        return new ArrayList<>(explained.values());
    }

    /** Up to {@value #PAGE} changes, the newest first, and where the next page begins. */
    @GetMapping("/api/${huizhu.decisions.service}/residents/{residentId}/decisions/changes")
    @PreAuthorize("@access.reads(#residentId)")
    Map<String, @Nullable Object> changes(
            @PathVariable String residentId, @RequestParam(defaultValue = "9223372036854775807") long before) {
        Map<String, @Nullable Object> answer = begin(residentId, "decisions.history-read");
        List<Decisions.Change> changes = decisions.changes(residentId, before, PAGE);
        answer.put("changes", changes.stream().map(this::change).toList());
        answer.put("before", changes.size() < PAGE ? null : changes.getLast().id());
        return answer;
    }

    private Map<String, @Nullable Object> change(Decisions.Change change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programme", change.programme());
        json.put("pack", change.pack());
        json.put("from", state(change.previousOutcome(), change.previousAmountFen(), null));
        json.put("to", state(change.outcome(), change.amountFen(), change.period()));
        json.put("reasons", wordings.explain(change.trace(), Map.of()).get(change.programme()));
        describe(json, change.taken().asOf(), change.taken());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> state(
            @Nullable String outcome, @Nullable Long fen, @Nullable String period) {
        if (outcome == null) {
            return null;
        }
        BigDecimal yuan = Decision.yuan(fen);
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("outcome", outcome);
        state.put("yuan", yuan == null ? null : yuan.toPlainString());
        if (period != null) {
            state.put("period", period);
        }
        return state;
    }

    private static void describe(Map<String, @Nullable Object> json, LocalDate asOf, Decisions.Taken taken) {
        json.put("asOf", asOf.toString());
        json.put("factsVersion", taken.factsVersion());
        json.put("cause", taken.cause());
        json.put("decidedAt", taken.at().toInstant(ZoneOffset.UTC).toString());
    }

    private Map<String, @Nullable Object> begin(String residentId, String action) {
        long version = held.versionOf(residentId).orElseThrow(() -> Problem.notFound("no-such-resident"));
        audit.record(action, residentId);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("residentId", residentId);
        answer.put("factsVersion", version);
        return answer;
    }
}
