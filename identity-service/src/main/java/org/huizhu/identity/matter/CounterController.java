package org.huizhu.identity.matter;

import java.time.InstantSource;
import java.util.Set;
import org.huizhu.platform.security.Caller;
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

/** What happens at the counter: acceptance, return, refusal, sending again, withdrawal. */
@RestController
@RequestMapping("/api/identity/certificate-matters")
class CounterController {

    private final MoveMatter move;
    private final FileMatter fileMatter;
    private final InstantSource clock;

    CounterController(MoveMatter move, FileMatter fileMatter, InstantSource clock) {
        this.move = move;
        this.fileMatter = fileMatter;
        this.clock = clock;
    }

    @PostMapping("/{id}/accept")
    @PreAuthorize("@matterAccess.may('ACCEPT', #id)")
    ResponseEntity<MatterSummary> accept(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        String remark = remark(request.remark(), false);
        String actor = Caller.current().subject();
        return answer(move.move(
                new MoveMatter.Asked(id, version, Action.ACCEPT, remark),
                (matter, today) -> matter.accept(actor, today)));
    }

    @PostMapping("/{id}/return")
    @PreAuthorize("@matterAccess.may('RETURN', #id)")
    ResponseEntity<MatterSummary> giveBack(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        return simply(id, version, Action.RETURN, remark(request.remark(), true));
    }

    @PostMapping("/{id}/refuse")
    @PreAuthorize("@matterAccess.may('REFUSE', #id)")
    ResponseEntity<MatterSummary> refuse(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        return simply(id, version, Action.REFUSE, remark(request.remark(), true));
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize("@matterAccess.may('WITHDRAW', #id)")
    ResponseEntity<MatterSummary> withdraw(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Act request) {
        long version = Seen.of(seen, request.version());
        return simply(id, version, Action.WITHDRAW, remark(request.remark(), false));
    }

    @PostMapping("/{id}/resubmit")
    @PreAuthorize("@matterAccess.may('RESUBMIT', #id)")
    ResponseEntity<MatterSummary> resubmit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Requests.Resubmit request) {
        long version = Seen.of(seen, request.version());
        var sent = new Sent();
        Set<Document> documents = sent.documents(request.documents());
        String remark = sent.remark("remark", request.remark());
        sent.check();
        return answer(move.move(
                new MoveMatter.Asked(id, version, Action.RESUBMIT, null),
                (matter, today) -> matter.simply(Action.RESUBMIT, today),
                moved -> fileMatter.resubmitted(moved, documents, remark)));
    }

    private ResponseEntity<MatterSummary> simply(String id, long version, Action action, @Nullable String remark) {
        return answer(move.move(
                new MoveMatter.Asked(id, version, action, remark), (matter, today) -> matter.simply(action, today)));
    }

    /** Whoever is turned away is told why. */
    private static @Nullable String remark(@Nullable String text, boolean needed) {
        var sent = new Sent();
        String remark = needed ? sent.requiredRemark("remark", text) : sent.remark("remark", text);
        sent.check();
        return remark;
    }

    private ResponseEntity<MatterSummary> answer(Matter matter) {
        return ResponseEntity.ok()
                .eTag("\"" + matter.version() + "\"")
                .body(MatterSummary.of(matter, Shanghai.today(clock)));
    }
}
