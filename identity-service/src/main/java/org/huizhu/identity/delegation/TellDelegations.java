package org.huizhu.identity.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.ResidentDelegations;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxMessage;
import org.springframework.stereotype.Component;

/** Tells the other services who may act for a resident, as a whole list, in the transaction that locked it. */
@Component
class TellDelegations {

    private final GivenDelegations delegations;
    private final Outbox outbox;
    private final InstantSource clock;

    TellDelegations(GivenDelegations delegations, Outbox outbox, InstantSource clock) {
        this.delegations = delegations;
        this.outbox = outbox;
        this.clock = clock;
    }

    void tell(String residentId) {
        Instant now = clock.instant();
        List<ResidentDelegations.Delegation> accepted = delegations.open(residentId).stream()
                .filter(given -> !given.isOver(now))
                .flatMap(given -> told(given).stream())
                .toList();
        outbox.append(new OutboxMessage(
                Topics.DELEGATION,
                residentId,
                EventTypes.DELEGATION_CHANGED,
                Schemas.RESIDENT_DELEGATIONS,
                new ResidentDelegations(residentId, delegations.nextVersion(residentId), accepted)));
    }

    private static Optional<ResidentDelegations.Delegation> told(Delegation given) {
        return Optional.ofNullable(given.account())
                .map(account -> new ResidentDelegations.Delegation(
                        given.id(), account, List.copyOf(given.scopes()), given.from(), given.until()));
    }
}
