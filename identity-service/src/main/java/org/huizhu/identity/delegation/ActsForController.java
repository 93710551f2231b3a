package org.huizhu.identity.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huizhu.identity.resident.KnownPeople;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whom somebody may act, and who asks them to. */
@RestController
@RequestMapping("/api/identity/me/acts-for")
@PreAuthorize("hasAnyRole('resident', 'guardian')")
class ActsForController {

    private final GivenDelegations delegations;
    private final AnswerDelegation answer;
    private final KnownPeople people;
    private final InstantSource clock;

    ActsForController(GivenDelegations delegations, AnswerDelegation answer, KnownPeople people, InstantSource clock) {
        this.delegations = delegations;
        this.answer = answer;
        this.people = people;
        this.clock = clock;
    }

    record ActsFor(List<DelegationView> delegations) {}

    record Typed(@Nullable String code) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    /** What is in force or still to come, and what waits for an answer. */
    @GetMapping
    ActsFor list() {
        Caller caller = Caller.current();
        Instant now = clock.instant();
        return new ActsFor(delegations.ofDelegate(caller.subject(), ownFile(caller)).stream()
                .filter(given -> !given.isOver(now))
                .map(given -> view(given, now))
                .toList());
    }

    @PostMapping("/{id}/accept")
    DelegationView accept(@PathVariable String id) {
        return view(answer.accept(id, Caller.current()), clock.instant());
    }

    @PostMapping("/accept-code")
    DelegationView acceptCode(@RequestBody Typed typed) {
        if (typed.code() == null || typed.code().isBlank()) {
            throw Problem.faults("delegation-invalid", List.of(Fault.of("code", "required")));
        }
        return view(answer.acceptByCode(typed.code(), Caller.current()), clock.instant());
    }

    @PostMapping("/{id}/refuse")
    ResponseEntity<Void> refuse(@PathVariable String id) {
        answer.refuse(id, Caller.current());
        return ResponseEntity.noContent().build();
    }

    private DelegationView view(Delegation given, Instant now) {
        return DelegationView.ofDelegate(
                given,
                now,
                people.read(given.residentId())
                        .map(KnownPeople.Known::maskedName)
                        .orElse(null));
    }

    private static @Nullable String ownFile(Caller caller) {
        return caller.roles().contains("resident") ? caller.residentId() : null;
    }
}
