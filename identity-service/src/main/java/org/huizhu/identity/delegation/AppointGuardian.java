package org.huizhu.identity.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.huizhu.identity.code.OneTimeCode;
import org.huizhu.identity.delegation.Delegation.Basis;
import org.huizhu.identity.delegation.Delegation.Guardianship;
import org.huizhu.identity.delegation.Delegation.Status;
import org.huizhu.identity.delegation.GiveDelegation.Given;
import org.huizhu.identity.delegation.GiveDelegation.Person;
import org.huizhu.identity.delegation.GivenDelegations.Code;
import org.huizhu.identity.message.MessageTemplate;
import org.huizhu.identity.message.Messages;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.KnownPeople;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Staff enter a legal guardian with what the guardianship rests on. It makes the fact at once; the guardian's account
 * may act when it has accepted, as any delegate's. Whose ward is a minor is guardian until the 18th birthday at most.
 */
@Component
class AppointGuardian {

    private static final int OF_AGE = 18;
    private static final int LONGEST_DOCUMENT = 100;

    private final GivenDelegations delegations;
    private final GuardianFact guardianFact;
    private final KnownPeople people;
    private final Messages messages;
    private final AuditLog audit;
    private final Atomically atomically;
    private final IdSource ids;
    private final InstantSource clock;

    AppointGuardian(
            GivenDelegations delegations,
            GuardianFact guardianFact,
            KnownPeople people,
            Messages messages,
            AuditLog audit,
            Atomically atomically,
            IdSource ids,
            InstantSource clock) {
        this.delegations = delegations;
        this.guardianFact = guardianFact;
        this.people = people;
        this.messages = messages;
        this.audit = audit;
        this.atomically = atomically;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code guardian}: the person on file who may accept; without, a code is made to be handed over. */
    record Request(
            @Nullable GuardianKind kind,
            @Nullable Basis basis,
            @Nullable String document,
            @Nullable String from,
            @Nullable String until,
            @Nullable Person guardian) {

        @Override
        public String toString() {
            return "Request[" + kind + ", " + basis + "]";
        }
    }

    Given appoint(String residentId, String actor, Request request) {
        Instant now = clock.instant();
        KnownPeople.Known ward = people.read(residentId).orElseThrow(() -> Problem.notFound("no-such-resident"));
        if (ward.deceasedOn() != null) {
            throw Problem.conflict("resident-deceased");
        }
        Delegation entered = check(ward, request, now);
        Code code = entered.delegateResidentId() == null
                ? new Code(OneTimeCode.make(), now.plus(GiveDelegation.CODE_LASTS))
                : null;
        return atomically.run(() -> {
            delegations.lock(residentId);
            delegations.insert(entered, code, actor);
            guardianFact.update(residentId);
            String lastDay = Term.lastDay(entered.until());
            messages.send(residentId, MessageTemplate.GUARDIAN_ENTERED, lastDay);
            Optional.ofNullable(entered.delegateResidentId())
                    .ifPresent(other ->
                            messages.sendToResident(other, residentId, MessageTemplate.DELEGATION_ASKED, lastDay));
            audit.record("guardian.enter", residentId);
            return Given.of(entered.id(), code);
        });
    }

    private Delegation check(KnownPeople.Known ward, Request request, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Guardianship guardianship = guardianship(ward, request, Shanghai.dateOf(now), faults);
        Optional<Term> term = Term.read(request.from(), request.until(), now, faults);
        Optional<String> guardian = GiveDelegation.delegate(people, request.guardian(), Shanghai.dateOf(now), faults);
        if (guardian.filter(ward.residentId()::equals).isPresent()) {
            faults.add(Fault.of("guardian", "delegate-is-self"));
        }
        if (!faults.isEmpty() || term.isEmpty() || guardianship == null) {
            throw Problem.faults("delegation-invalid", faults);
        }
        return new Delegation(
                ids.next(),
                ward.residentId(),
                guardianship,
                EnumSet.allOf(Scope.class),
                term.get().from(),
                earlier(term.get().until(), endOfMinority(ward, now)),
                Status.REQUESTED,
                guardian.orElse(null),
                null,
                now);
    }

    private static @Nullable Guardianship guardianship(
            KnownPeople.Known ward, Request request, LocalDate today, List<Fault> faults) {
        GuardianKind kind = request.kind();
        Basis basis = request.basis();
        if (kind == null) {
            faults.add(Fault.of("kind", "required"));
        }
        if (basis == null) {
            faults.add(Fault.of("basis", "required"));
        } else if (!basis.isForAdults() && !today.isBefore(ward.birthDate().plusYears(OF_AGE))) {
            faults.add(Fault.of("basis", "guardian-basis-adult"));
        }
        String document = request.document();
        if (document != null && document.length() > LONGEST_DOCUMENT) {
            faults.add(Fault.of("document", "too-long", LONGEST_DOCUMENT));
        }
        return kind == null || basis == null ? null : new Guardianship(kind, basis, document);
    }

    private static @Nullable Instant endOfMinority(KnownPeople.Known ward, Instant now) {
        Instant ofAge = Term.startOf(ward.birthDate().plusYears(OF_AGE));
        return ofAge.isAfter(now) ? ofAge : null;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
