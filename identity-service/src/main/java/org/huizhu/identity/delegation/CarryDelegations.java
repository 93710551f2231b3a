package org.huizhu.identity.delegation;

import java.util.List;
import java.util.stream.Stream;
import org.huizhu.identity.resident.MergeFollower;
import org.springframework.stereotype.Component;

/**
 * Lets what a closed file gave, and was asked for, stand under the one that goes on: whoever acts for the person goes on
 * doing so. What had ended stays where it was, and so does what the survivor would give to themselves.
 */
@Component
class CarryDelegations implements MergeFollower {

    private final GivenDelegations delegations;
    private final GuardianFact guardianFact;
    private final TellDelegations tell;

    CarryDelegations(GivenDelegations delegations, GuardianFact guardianFact, TellDelegations tell) {
        this.delegations = delegations;
        this.guardianFact = guardianFact;
        this.tell = tell;
    }

    @Override
    public void merged(String survivor, String closed) {
        lock(survivor, closed);
        List<Delegation> moved = delegations.moveTo(survivor, closed);
        if (!moved.isEmpty()) {
            if (moved.stream().anyMatch(Delegation::isGuardianship)) {
                guardianFact.update(survivor);
            }
            tell(survivor, closed);
        }
    }

    @Override
    public void parted(String survivor, String closed) {
        lock(survivor, closed);
        List<Delegation> moved = delegations.moveBack(survivor, closed);
        if (!moved.isEmpty()) {
            if (moved.stream().anyMatch(Delegation::isGuardianship)) {
                guardianFact.update(survivor);
                guardianFact.update(closed);
            }
            tell(survivor, closed);
        }
    }

    /** In one order, whoever survives. */
    private void lock(String one, String other) {
        Stream.of(one, other).sorted().forEach(delegations::lock);
    }

    private void tell(String survivor, String closed) {
        tell.tell(survivor);
        tell.tell(closed);
    }
}
