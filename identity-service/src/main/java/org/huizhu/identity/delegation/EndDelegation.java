package org.huizhu.identity.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huizhu.identity.delegation.Delegation.Status;
import org.huizhu.identity.message.MessageTemplate;
import org.huizhu.identity.message.Messages;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Ends what somebody may do for a resident: the resident takes it back, staff end a guardianship, its time is over. */
@Component
class EndDelegation {

    private final GivenDelegations delegations;
    private final GuardianFact guardianFact;
    private final TellDelegations tell;
    private final Messages messages;
    private final AuditLog audit;
    private final Atomically atomically;
    private final InstantSource clock;

    EndDelegation(
            GivenDelegations delegations,
            GuardianFact guardianFact,
            TellDelegations tell,
            Messages messages,
            AuditLog audit,
            Atomically atomically,
            InstantSource clock) {
        this.delegations = delegations;
        this.guardianFact = guardianFact;
        this.tell = tell;
        this.messages = messages;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** The resident's own; a guardianship is not theirs to end. Doing it twice changes nothing. */
    void revoke(String residentId, String id, Caller caller) {
        locked(residentId, id, false, found -> {
            if (found.status().isOpen()) {
                end(found, Status.REVOKED, caller.subject());
                audit.record("delegation.revoke", residentId);
            }
        });
    }

    /** A guardianship, by staff. Doing it twice changes nothing. */
    void endGuardianship(String residentId, String id, Caller caller) {
        locked(residentId, id, true, found -> {
            if (found.status().isOpen()) {
                end(found, Status.ENDED, caller.subject());
                guardianFact.update(residentId);
                audit.record("guardian.end", residentId);
            }
        });
    }

    /** Writes down what has run out of one resident's, and tells those whom it concerns. */
    void expire(String residentId) {
        Instant now = clock.instant();
        atomically.run(() -> {
            delegations.lock(residentId);
            List<Delegation> over = delegations.open(residentId).stream()
                    .filter(given -> given.isOver(now))
                    .toList();
            over.forEach(given -> {
                delegations.end(given.id(), Status.EXPIRED, null);
                tellEnd(given, MessageTemplate.DELEGATION_EXPIRED);
            });
            if (over.stream().anyMatch(Delegation::isGuardianship)) {
                guardianFact.update(residentId);
            }
            if (!over.isEmpty()) {
                tell.tell(residentId);
            }
            return over.size();
        });
    }

    private void end(Delegation found, Status status, String actor) {
        delegations.end(found.id(), status, actor);
        tellEnd(found, MessageTemplate.DELEGATION_REVOKED);
        tell.tell(found.residentId());
    }

    /** Whoever lost it gets word of it even without the right to copies. */
    private void tellEnd(Delegation ended, MessageTemplate template) {
        messages.send(ended.residentId(), template);
        String account = ended.account();
        if (account != null && !delegations.accountsOf(ended.residentId()).contains(account)) {
            messages.sendTo(account, ended.residentId(), template);
        }
    }

    private interface Work {
        void on(Delegation found);
    }

    private void locked(String residentId, String id, boolean guardianship, Work work) {
        atomically.run(() -> {
            delegations.lock(residentId);
            Delegation found = delegations
                    .find(id)
                    .filter(given -> given.residentId().equals(residentId) && given.isGuardianship() == guardianship)
                    .orElseThrow(() -> Problem.notFound("no-such-delegation"));
            work.on(found);
            return found;
        });
    }
}
