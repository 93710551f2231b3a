package org.huizhu.identity.delegation;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a resident lets others do. */
@RestController
@RequestMapping("/api/identity/me/delegations")
@PreAuthorize("hasRole('resident')")
class OwnDelegationsController {

    private static final int LARGEST_PAGE = 100;

    private final GivenDelegations delegations;
    private final GiveDelegation giveDelegation;
    private final EndDelegation endDelegation;
    private final InstantSource clock;

    OwnDelegationsController(
            GivenDelegations delegations,
            GiveDelegation giveDelegation,
            EndDelegation endDelegation,
            InstantSource clock) {
        this.delegations = delegations;
        this.giveDelegation = giveDelegation;
        this.endDelegation = endDelegation;
        this.clock = clock;
    }

    record Page(int page, int size, List<DelegationView> delegations) {}

    @GetMapping
    Page list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        int from = Math.clamp(page, 0, 10_000);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        Instant now = clock.instant();
        return new Page(
                from,
                most,
                delegations.ofResident(ownFile(), from, most).stream()
                        .map(given -> DelegationView.whole(given, now, delegations.steps(given.id())))
                        .toList());
    }

    @PostMapping
    ResponseEntity<GiveDelegation.Given> give(
            @RequestBody GiveDelegation.Request request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var given = giveDelegation.give(ownFile(), Caller.current().subject(), request, key);
        return ResponseEntity.created(URI.create("/api/identity/me/delegations/" + given.id()))
                .body(given);
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<Void> revoke(@PathVariable String id) {
        endDelegation.revoke(ownFile(), id, Caller.current());
        return ResponseEntity.noContent().build();
    }

    private static String ownFile() {
        String residentId = Caller.current().residentId();
        if (residentId == null) {
            throw Problem.conflict("no-file-linked");
        }
        return residentId;
    }
}
