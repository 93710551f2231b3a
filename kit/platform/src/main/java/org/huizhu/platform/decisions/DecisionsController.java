package org.huizhu.platform.decisions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.facts.HeldFacts;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this service has decided for a resident, and why; and what it was before. */
@RestController
class DecisionsController {

    private static final int PAGE = 20;
    private static final int MOST_VERSIONS = 50;

    private final DecisionsView view;
    private final Decisions decisions;
    private final HeldFacts held;
    private final AuditLog audit;

    DecisionsController(DecisionsView view, Decisions decisions, HeldFacts held, AuditLog audit) {
        this.view = view;
        this.decisions = decisions;
        this.held = held;
        this.audit = audit;
    }

    /**
     * What holds now; with {@code since} also what has changed after that moment, of the last {@value #PAGE} times of
     * deciding.
     */
    @GetMapping("/api/${huizhu.decisions.service}/residents/{residentId}/decisions")
    @PreAuthorize("@access.reads(#residentId)")
    Map<String, @Nullable Object> decisions(
            @PathVariable String residentId, @RequestParam(required = false) @Nullable Instant since) {
        Map<String, @Nullable Object> answer = begin(residentId, "decisions.read");
        List<Decisions.Remembered> all = decisions.all(residentId);
        answer.put("decisions", view.now(residentId, all));
        if (since != null) {
            LocalDateTime seen = LocalDateTime.ofInstant(since, ZoneOffset.UTC);
            answer.put(
                    "changes",
                    view.changes(all.stream()
                            .limit(PAGE)
                            .filter(change -> change.taken().at().isAfter(seen))
                            .toList()));
        }
        return answer;
    }

    /**
     * What changed in up to {@value #PAGE} times of deciding, the newest first, and where the next page begins. With
     * {@code version} only what changed by facts of those versions.
     */
    @GetMapping("/api/${huizhu.decisions.service}/residents/{residentId}/decisions/changes")
    @PreAuthorize("@access.reads(#residentId)")
    Map<String, @Nullable Object> changes(
            @PathVariable String residentId,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(required = false) @Nullable List<Long> version) {
        List<Long> versions = version == null ? List.of() : version;
        if (versions.size() > MOST_VERSIONS) {
            throw new Problem(HttpStatus.BAD_REQUEST, "effects-size", MOST_VERSIONS);
        }
        Map<String, @Nullable Object> answer = begin(residentId, "decisions.history-read");
        List<Decisions.Remembered> changes = decisions.changes(residentId, before, versions, PAGE);
        answer.put("changes", view.changes(changes));
        answer.put("before", changes.size() < PAGE ? null : changes.getLast().id());
        return answer;
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
