package org.huizhu.identity.delegation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizhu.identity.delegation.Delegation.Status;
import org.huizhu.identity.message.MessageTemplate;
import org.huizhu.identity.message.Messages;
import org.huizhu.identity.resident.FactsTold;
import org.huizhu.platform.audit.AuditLog;
import org.springframework.stereotype.Component;

/**
 * Nobody acts for the dead, and the dead act for nobody: what a resident gave and what they were given ends with the fact
 * of their death, in the same transaction. When they were not dead after all, what had been accepted, or can still be, is
 * as it was; a code that was handed out is not good again.
 */
@Component
class EndAtDeath implements FactsTold {

    private static final Set<Status> OPEN = EnumSet.of(Status.REQUESTED, Status.ACTIVE);
    private static final Set<Status> ENDED = EnumSet.of(Status.ENDED_BY_DEATH);

    private final GivenDelegations delegations;
    private final GuardianFact guardianFact;
    private final TellDelegations tell;
    private final Messages messages;
    private final AuditLog audit;

    EndAtDeath(
            GivenDelegations delegations,
            GuardianFact guardianFact,
            TellDelegations tell,
            Messages messages,
            AuditLog audit) {
        this.delegations = delegations;
        this.guardianFact = guardianFact;
        this.tell = tell;
        this.messages = messages;
        this.audit = audit;
    }

    @Override
    public void told(Collection<Told> told) {
        Set<String> dead = people(told, EndAtDeath::isDead);
        if (!dead.isEmpty()) {
            forEachWard(dead, OPEN, ended -> end(ended, dead));
        }
        Set<String> alive = people(told, each -> !isDead(each));
        if (!alive.isEmpty() && delegations.hasAny(Status.ENDED_BY_DEATH)) {
            forEachWard(alive, ENDED, this::goOn);
        }
    }

    private static Set<String> people(Collection<Told> told, Predicate<Told> which) {
        return told.stream()
                .filter(which)
                .map(each -> each.facts().residentId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isDead(Told told) {
        return told.facts().deceasedOn().asOptional().isPresent();
    }

    /** Locks the list of each resident whom they concern, in one order, before it reads what is to be done. */
    private void forEachWard(Set<String> people, Set<Status> states, Consumer<List<Delegation>> work) {
        Set<String> wards = delegations.of(people, states).stream()
                .map(Delegation::residentId)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String ward : wards) {
            delegations.lock(ward);
            List<Delegation> found = delegations.of(people, states).stream()
                    .filter(given -> given.residentId().equals(ward))
                    .toList();
            if (!found.isEmpty()) {
                work.accept(found);
            }
        }
    }

    private void end(List<Delegation> ended, Set<String> dead) {
        String ward = ended.getFirst().residentId();
        boolean wardDied = dead.contains(ward);
        ended.forEach(given -> delegations.end(given.id(), Status.ENDED_BY_DEATH, null));
        if (wardDied) {
            ended.stream()
                    .flatMap(given -> Optional.ofNullable(given.account()).stream())
                    .distinct()
                    .forEach(account -> messages.sendTo(account, ward, MessageTemplate.DELEGATION_ENDED));
        } else {
            messages.send(ward, MessageTemplate.DELEGATION_ENDED);
        }
        changed(ended, !wardDied, "delegation.end-at-death");
    }

    private void goOn(List<Delegation> ended) {
        List<Delegation> back = ended.stream()
                .filter(given -> given.account() != null || given.delegateResidentId() != null)
                .filter(given -> !delegations.isOfTheDead(given))
                .toList();
        if (!back.isEmpty()) {
            back.forEach(given ->
                    delegations.reopen(given.id(), given.account() == null ? Status.REQUESTED : Status.ACTIVE, null));
            changed(back, true, "delegation.go-on");
        }
    }

    /** The fact of a guardian is told of the living. */
    private void changed(List<Delegation> some, boolean wardLives, String action) {
        String ward = some.getFirst().residentId();
        if (wardLives && some.stream().anyMatch(Delegation::isGuardianship)) {
            guardianFact.update(ward);
        }
        tell.tell(ward);
        audit.record(action, ward);
    }
}
