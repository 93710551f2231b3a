package org.huizhu.identity.delegation;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Legal guardians, entered by staff of the resident's area. */
@RestController
@RequestMapping("/api/identity/residents/{residentId}/guardians")
class GuardianController {

    private final GivenDelegations delegations;
    private final AppointGuardian appointGuardian;
    private final EndDelegation endDelegation;
    private final AuditLog audit;
    private final InstantSource clock;

    GuardianController(
            GivenDelegations delegations,
            AppointGuardian appointGuardian,
            EndDelegation endDelegation,
            AuditLog audit,
            InstantSource clock) {
        this.delegations = delegations;
        this.appointGuardian = appointGuardian;
        this.endDelegation = endDelegation;
        this.audit = audit;
        this.clock = clock;
    }

    record Guardians(List<DelegationView> guardians) {}

    @GetMapping
    @PreAuthorize("@access.reads(#residentId)")
    Guardians list(@PathVariable String residentId) {
        audit.record("guardian.read", residentId);
        Instant now = clock.instant();
        return new Guardians(delegations.guardianships(residentId).stream()
                .map(given -> DelegationView.whole(given, now, delegations.steps(given.id())))
                .toList());
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('street-clerk', 'federation-officer') and @access.reads(#residentId)")
    ResponseEntity<GiveDelegation.Given> enter(
            @PathVariable String residentId, @RequestBody AppointGuardian.Request request) {
        var entered = appointGuardian.appoint(residentId, Caller.current().subject(), request);
        return ResponseEntity.created(URI.create("/api/identity/residents/" + residentId + "/guardians"))
                .body(entered);
    }

    @PostMapping("/{id}/end")
    @PreAuthorize("hasAnyRole('street-clerk', 'federation-officer') and @access.reads(#residentId)")
    ResponseEntity<Void> end(@PathVariable String residentId, @PathVariable String id) {
        endDelegation.endGuardianship(residentId, id, Caller.current());
        return ResponseEntity.noContent().build();
    }
}
