package org.huizhu.identity.household;

import java.net.URI;
import java.util.List;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/residents/{id}/relations")
class RelationsController {

    private final TellRelation tellRelation;

    RelationsController(TellRelation tellRelation) {
        this.tellRelation = tellRelation;
    }

    record Listed(List<RelationView> relations) {}

    record Created(String id) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('federation-officer', 'street-clerk', 'community-worker', 'civil-affairs-officer',"
            + " 'auditor') and @access.reads(#id)")
    Listed list(@PathVariable String id) {
        return new Listed(tellRelation.of(id, StaffArea.of(Caller.current())));
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('federation-officer', 'street-clerk', 'community-worker') and @access.reads(#id)")
    ResponseEntity<Created> tell(@PathVariable String id, @RequestBody TellRelation.Told told) {
        String relation = tellRelation.tell(id, told, StaffArea.of(Caller.current()));
        return ResponseEntity.created(URI.create("/api/identity/residents/" + id + "/relations"))
                .body(new Created(relation));
    }

    @PostMapping("/{relation}/end")
    @PreAuthorize("hasAnyRole('federation-officer', 'street-clerk', 'community-worker') and @access.reads(#id)")
    ResponseEntity<Void> end(
            @PathVariable String id, @PathVariable String relation, @RequestBody TellRelation.Ended ended) {
        tellRelation.end(id, relation, ended);
        return ResponseEntity.noContent().build();
    }
}
