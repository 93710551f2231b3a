package org.huizhu.identity.delegation;

import java.time.Instant;
import java.time.InstantSource;
import org.huizhu.identity.delegation.Delegation.Guardianship;
import org.huizhu.identity.resident.SetGuardian;
import org.springframework.stereotype.Component;

/** Keeps the fact who is a resident's guardian as the guardianships are: it is that of the one entered last. */
@Component
class GuardianFact {

    private final GivenDelegations delegations;
    private final SetGuardian setGuardian;
    private final InstantSource clock;

    GuardianFact(GivenDelegations delegations, SetGuardian setGuardian, InstantSource clock) {
        this.delegations = delegations;
        this.setGuardian = setGuardian;
        this.clock = clock;
    }

    /** In the caller's transaction. That a guardian has no account makes them no less a guardian. */
    void update(String residentId) {
        Instant now = clock.instant();
        setGuardian.set(
                residentId,
                delegations.open(residentId).stream()
                        .filter(given -> !given.isOver(now) && !given.from().isAfter(now))
                        .flatMap(given -> java.util.Optional.ofNullable(given.guardian()).stream())
                        .reduce((first, last) -> last)
                        .map(Guardianship::kind)
                        .orElse(null));
    }
}
