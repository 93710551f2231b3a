package org.huizhu.identity.delegation;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.huizhu.identity.code.OneTimeCode;
import org.huizhu.identity.code.WrongTries;
import org.huizhu.identity.delegation.Delegation.Status;
import org.huizhu.identity.message.MessageTemplate;
import org.huizhu.identity.message.Messages;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.springframework.stereotype.Component;

/** The one who is to act accepts, or does not want to (any longer). */
@Component
class AnswerDelegation {

    private static final String CODE = "delegation-code";

    private final GivenDelegations delegations;
    private final TellDelegations tell;
    private final Messages messages;
    private final WrongTries wrongTries;
    private final AuditLog audit;
    private final Atomically atomically;
    private final InstantSource clock;

    AnswerDelegation(
            GivenDelegations delegations,
            TellDelegations tell,
            Messages messages,
            WrongTries wrongTries,
            AuditLog audit,
            Atomically atomically,
            InstantSource clock) {
        this.delegations = delegations;
        this.tell = tell;
        this.messages = messages;
        this.wrongTries = wrongTries;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** Accepts what this caller was asked for by identity number and phone. */
    Delegation accept(String id, Caller caller) {
        return locked(id, found -> {
            boolean asked = found.status() == Status.REQUESTED
                    && found.delegateResidentId() != null
                    && found.delegateResidentId().equals(caller.residentId());
            if (!asked) {
                throw Problem.notFound("no-such-delegation");
            }
            return accepted(found, caller);
        });
    }

    /** Accepts by the code that was handed over. A wrong code, an old one and one that was used are told alike. */
    Delegation acceptByCode(String typed, Caller caller) {
        wrongTries.count(caller.subject(), CODE);
        Delegation known =
                delegations.findByCode(OneTimeCode.normal(typed)).orElseThrow(() -> Problem.notFound("no-such-code"));
        if (known.residentId().equals(caller.residentId())) {
            throw Problem.conflict("delegation-to-self");
        }
        Delegation accepted = locked(known.id(), found -> {
            if (found.status() != Status.REQUESTED) {
                throw Problem.notFound("no-such-code");
            }
            return accepted(found, caller);
        });
        wrongTries.wasRight(caller.subject(), CODE);
        return accepted;
    }

    /** Refuses what was asked, or lays down what was accepted. A guardian cannot: that is for the office to end. */
    void refuse(String id, Caller caller) {
        locked(id, found -> {
            boolean asked = found.status() == Status.REQUESTED
                    && found.delegateResidentId() != null
                    && found.delegateResidentId().equals(caller.residentId());
            boolean acting = found.status() == Status.ACTIVE && caller.subject().equals(found.account());
            if (!asked && !acting) {
                throw Problem.notFound("no-such-delegation");
            }
            if (found.isGuardianship()) {
                throw Problem.conflict("guardianship-not-refusable");
            }
            delegations.end(found.id(), Status.REFUSED, caller.subject());
            messages.send(found.residentId(), MessageTemplate.DELEGATION_REFUSED);
            audit.record("delegation.refuse", found.residentId());
            tell.tell(found.residentId());
            return found;
        });
    }

    private Delegation accepted(Delegation found, Caller caller) {
        if (found.isOver(clock.instant())) {
            throw Problem.conflict("delegation-over");
        }
        delegations.accept(found.id(), caller.subject());
        messages.send(found.residentId(), MessageTemplate.DELEGATION_ACCEPTED, Term.lastDay(found.until()));
        if (!found.scopes().contains(org.huizhu.contracts.ResidentDelegations.Scope.MESSAGES)) {
            messages.sendTo(
                    caller.subject(),
                    found.residentId(),
                    MessageTemplate.DELEGATION_ACCEPTED,
                    Term.lastDay(found.until()));
        }
        audit.record("delegation.accept", found.residentId());
        tell.tell(found.residentId());
        return delegations.find(found.id()).orElseThrow();
    }

    private Delegation locked(String id, UnaryOperator<Delegation> work) {
        String residentId = delegations
                .find(id)
                .orElseThrow(() -> Problem.notFound("no-such-delegation"))
                .residentId();
        return atomically.run(() -> {
            delegations.lock(residentId);
            return work.apply(delegations.find(id).orElseThrow());
        });
    }
}
