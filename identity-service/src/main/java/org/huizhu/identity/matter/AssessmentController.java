package org.huizhu.identity.matter;

import java.time.InstantSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assessment at a hospital or at home, and the public notice of what was found. */
@RestController
@RequestMapping("/api/identity/certificate-matters")
class AssessmentController {

    private final AssessMatter assess;
    private final InstantSource clock;

    AssessmentController(AssessMatter assess, InstantSource clock) {
        this.assess = assess;
        this.clock = clock;
    }

    @PostMapping("/{id}/assign")
    @PreAuthorize("@matterAccess.may('ASSIGN', #id)")
    ResponseEntity<MatterSummary> assign(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Assign request) {
        long version = Seen.of(seen, request.version());
        return answer(assess.assign(id, version, request));
    }

    @PostMapping("/{id}/home-visit")
    @PreAuthorize("@matterAccess.may('PLAN_VISIT', #id)")
    ResponseEntity<MatterSummary> homeVisit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.PlanVisit request) {
        long version = Seen.of(seen, request.version());
        return answer(assess.planVisit(id, version, request));
    }

    @PostMapping("/{id}/result")
    @PreAuthorize("@matterAccess.may('ASSESS', #id)")
    ResponseEntity<MatterSummary> result(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.EnterResult request) {
        long version = Seen.of(seen, request.version());
        return answer(assess.enterResult(id, version, request));
    }

    @PostMapping("/{id}/objections")
    @PreAuthorize("@matterAccess.may('OBJECT', #id)")
    ResponseEntity<MatterSummary> objections(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        return answer(assess.object(id, version, request));
    }

    private ResponseEntity<MatterSummary> answer(Matter matter) {
        return ResponseEntity.ok()
                .eTag("\"" + matter.version() + "\"")
                .body(MatterSummary.of(matter, Shanghai.today(clock)));
    }
}
