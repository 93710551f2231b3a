package org.huizhu.identity.resident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/residents/{id}/facts")
class FactsController {

    private final ToldFacts toldFacts;
    private final AuditLog audit;
    private final InstantSource clock;

    FactsController(ToldFacts toldFacts, AuditLog audit, InstantSource clock) {
        this.toldFacts = toldFacts;
        this.audit = audit;
        this.clock = clock;
    }

    record View(LocalDate on, Instant knownAt, Instant toldAt, String cause, ResidentFacts facts) {}

    /** What was known at {@code knownAt} (now, if absent) of the day {@code on} (that of knownAt, if absent). */
    @GetMapping
    @PreAuthorize("@access.reads(#id)")
    View read(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        Instant at = knownAt == null ? clock.instant() : knownAt;
        LocalDate day = on == null ? Shanghai.dateOf(at) : on;
        ToldFacts.Version told = toldFacts.at(id, at).orElseThrow(() -> Problem.notFound("facts-not-known-then"));
        audit.record("resident.facts.read", id);
        return new View(day, at, told.toldAt(), told.cause(), new FactsOn(told.facts(), day).then());
    }
}
