package org.huizhu.identity.matter;

import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
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

/** Review, what comes of it, and disputes. */
@RestController
@RequestMapping("/api/identity/certificate-matters")
class DecisionController {

    private final DecideMatter decide;
    private final DisputeResult disputes;
    private final MoveMatter move;
    private final InstantSource clock;

    DecisionController(DecideMatter decide, DisputeResult disputes, MoveMatter move, InstantSource clock) {
        this.decide = decide;
        this.disputes = disputes;
        this.move = move;
        this.clock = clock;
    }

    enum Decision {
        APPROVE,
        SEND_BACK,
        REFUSE
    }

    enum Outcome {
        UPHELD,
        CHANGED
    }

    @PostMapping("/{id}/review")
    @PreAuthorize("@matterAccess.may('APPROVE', #id)")
    ResponseEntity<MatterSummary> review(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Review request) {
        long version = Seen.of(seen, request.version());
        var sent = new Sent();
        sent.findings().required("decision", request.decision());
        Decision decision = sent.findings().code("decision", request.decision(), Decision.class);
        String remark = decision == null || decision == Decision.APPROVE
                ? sent.remark("remark", request.remark())
                : sent.requiredRemark("remark", request.remark());
        sent.check();
        return answer(
                switch (Objects.requireNonNull(decision)) {
                    case APPROVE -> decide.approve(id, version, remark);
                    case SEND_BACK -> decide.sendBack(id, version, Objects.requireNonNull(remark));
                    case REFUSE ->
                        move.move(
                                new MoveMatter.Asked(id, version, Action.REFUSE, remark),
                                (matter, today) -> matter.simply(Action.REFUSE, today));
                });
    }

    @PostMapping("/{id}/issue")
    @PreAuthorize("@matterAccess.may('ISSUE', #id)")
    ResponseEntity<MatterSummary> issue(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        return answer(decide.carryOut(id, version, Action.ISSUE, remark(request.remark())));
    }

    @PostMapping("/{id}/complete")
    @PreAuthorize("@matterAccess.may('COMPLETE', #id)")
    ResponseEntity<MatterSummary> complete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        return answer(decide.carryOut(id, version, Action.COMPLETE, remark(request.remark())));
    }

    @PostMapping("/{id}/hand-over")
    @PreAuthorize("@matterAccess.may('HAND_OVER', #id)")
    ResponseEntity<MatterSummary> handOver(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        return answer(decide.handOver(id, version, remark(request.remark())));
    }

    @PostMapping("/{id}/dispute")
    @PreAuthorize("@matterAccess.may('DISPUTE', #id)")
    ResponseEntity<MatterSummary> dispute(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        Matter dispute = disputes.dispute(id, version, remark(request.remark()));
        return ResponseEntity.created(URI.create("/api/identity/certificate-matters/" + dispute.id()))
                .eTag("\"" + dispute.version() + "\"")
                .body(MatterSummary.of(dispute, Shanghai.today(clock)));
    }

    @PostMapping("/{id}/finding")
    @PreAuthorize("@matterAccess.may('UPHOLD', #id)")
    ResponseEntity<MatterSummary> finding(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Finding request) {
        long version = Seen.of(seen, request.version());
        var sent = new Sent();
        sent.findings().required("outcome", request.outcome());
        Outcome outcome = sent.findings().code("outcome", request.outcome(), Outcome.class);
        String remark = sent.requiredRemark("remark", request.remark());
        if (outcome == Outcome.CHANGED && request.assessment() == null) {
            sent.findings().add("assessment", "required");
        }
        sent.check();
        return answer(disputes.find(id, version, outcome == Outcome.CHANGED ? request.assessment() : null, remark));
    }

    @PostMapping("/{id}/escalate")
    @PreAuthorize("@matterAccess.may('ESCALATE', #id)")
    ResponseEntity<MatterSummary> escalate(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        String remark = remark(request.remark());
        return answer(move.move(
                new MoveMatter.Asked(id, version, Action.ESCALATE, remark),
                (matter, today) -> matter.simply(Action.ESCALATE, today)));
    }

    private static @Nullable String remark(@Nullable String text) {
        var sent = new Sent();
        String remark = sent.remark("remark", text);
        sent.check();
        return remark;
    }

    private ResponseEntity<MatterSummary> answer(Matter matter) {
        return ResponseEntity.ok()
                .eTag("\"" + matter.version() + "\"")
                .body(MatterSummary.of(matter, Shanghai.today(clock)));
    }
}
