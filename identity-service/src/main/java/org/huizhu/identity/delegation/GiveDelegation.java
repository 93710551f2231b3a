package org.huizhu.identity.delegation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.identity.certificate.AnsweredRequests;
import org.huizhu.identity.delegation.Delegation.Status;
import org.huizhu.identity.delegation.GivenDelegations.Code;
import org.huizhu.identity.message.MessageTemplate;
import org.huizhu.identity.message.Messages;
import org.huizhu.identity.number.IdNumber;
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
 * A resident lets somebody act for them. It opens nothing until that person accepts: the one with this identity number
 * and phone, or whoever was handed the invitation code. Whether there is such a person is not told.
 */
@Component
class GiveDelegation {

    static final Duration CODE_LASTS = Duration.ofDays(7);

    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofDays(366L * 5);

    private final GivenDelegations delegations;
    private final AnsweredRequests answered;
    private final InvitationCodes codes;
    private final KnownPeople people;
    private final Messages messages;
    private final AuditLog audit;
    private final Atomically atomically;
    private final IdSource ids;
    private final InstantSource clock;

    GiveDelegation(
            GivenDelegations delegations,
            AnsweredRequests answered,
            InvitationCodes codes,
            KnownPeople people,
            Messages messages,
            AuditLog audit,
            Atomically atomically,
            IdSource ids,
            InstantSource clock) {
        this.delegations = delegations;
        this.answered = answered;
        this.codes = codes;
        this.people = people;
        this.messages = messages;
        this.audit = audit;
        this.atomically = atomically;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is to act, as they are on file. */
    record Person(@Nullable String idNumber, @Nullable String phone) {

        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /** Without a delegate an invitation code is made. */
    record Request(
            @Nullable Set<Scope> scopes,
            @Nullable String from,
            @Nullable String until,
            @Nullable Person delegate) {}

    /** The code is shown this once. */
    record Given(String id, @Nullable String code, @Nullable Instant codeUntil) {

        static Given of(String id, @Nullable Code code) {
            return new Given(id, code == null ? null : code.value(), code == null ? null : code.until());
        }

        @Override
        public String toString() {
            return "Given[" + id + "]";
        }
    }

    /** Answers a request that was answered before under the same {@code key} as it was then. */
    Given give(String residentId, String actor, Request request, @Nullable String key) {
        Instant now = clock.instant();
        List<Fault> faults = new ArrayList<>();
        Set<Scope> scopes = scopes(request.scopes(), faults);
        if (request.until() == null) {
            faults.add(Fault.of("until", "required"));
        }
        Optional<Term> term = Term.read(request.from(), request.until(), now, faults);
        term.filter(given -> given.until() != null && given.until().isAfter(now.plus(LONGEST)))
                .ifPresent(given -> faults.add(Fault.of("until", "until-far", 5)));
        Optional<String> delegate = delegate(people, request.delegate(), Shanghai.dateOf(now), faults);
        if (delegate.filter(residentId::equals).isPresent()) {
            faults.add(Fault.of("delegate", "delegate-is-self"));
        }
        if (!faults.isEmpty() || term.isEmpty()) {
            throw Problem.faults("delegation-invalid", faults);
        }
        var wanted = new Wanted(scopes, term.get(), request.delegate() == null, delegate.orElse(null));
        String code = codes.of(actor, key);
        return atomically.run(() -> {
            delegations.lock(residentId);
            Made made = answered.once(
                    key, List.of(residentId, request), Made.class, () -> insert(residentId, actor, wanted, code));
            return Given.of(made.id(), made.codeUntil() == null ? null : new Code(code, made.codeUntil()));
        });
    }

    /** What is remembered of a request: all but the code. */
    private record Made(String id, @Nullable Instant codeUntil) {}

    /** What was asked for, once it holds; {@code delegate} is null also where nobody is known by what was given. */
    private record Wanted(
            Set<Scope> scopes,
            Term term,
            boolean byCode,
            @Nullable String delegate) {}

    private Made insert(String residentId, String actor, Wanted wanted, String newCode) {
        if (delegations.open(residentId).size() >= MOST) {
            throw Problem.conflict("too-many-delegations", MOST);
        }
        Instant now = clock.instant();
        Code code = wanted.byCode() ? new Code(newCode, now.plus(CODE_LASTS)) : null;
        var given = new Delegation(
                ids.next(),
                residentId,
                null,
                wanted.scopes(),
                wanted.term().from(),
                wanted.term().until(),
                Status.REQUESTED,
                wanted.delegate(),
                null,
                now);
        delegations.insert(given, code, actor);
        if (wanted.delegate() != null) {
            messages.sendToResident(
                    wanted.delegate(), residentId, MessageTemplate.DELEGATION_ASKED, Term.lastDay(given.until()));
        }
        audit.record("delegation.give", residentId);
        return new Made(given.id(), code == null ? null : code.until());
    }

    private static Set<Scope> scopes(@Nullable Collection<Scope> wanted, List<Fault> faults) {
        if (wanted == null || wanted.isEmpty()) {
            faults.add(Fault.of("scopes", "required"));
            return EnumSet.noneOf(Scope.class);
        }
        return EnumSet.copyOf(wanted);
    }

    /** The living resident with that number and phone; empty also when there is none, which must not be told. */
    static Optional<String> delegate(
            KnownPeople people, @Nullable Person person, java.time.LocalDate today, List<Fault> faults) {
        if (person == null) {
            return Optional.empty();
        }
        if (person.phone() == null || person.phone().isBlank()) {
            faults.add(Fault.of("delegate.phone", "required"));
        }
        if (person.idNumber() == null || person.idNumber().isBlank()) {
            faults.add(Fault.of("delegate.idNumber", "required"));
            return Optional.empty();
        }
        String phone = person.phone();
        return switch (IdNumber.read(person.idNumber(), today)) {
            case IdNumber.Reading.Read(IdNumber number) ->
                phone == null
                        ? Optional.empty()
                        : people.find(number, phone)
                                .filter(known -> known.deceasedOn() == null)
                                .map(KnownPeople.Known::residentId);
            case IdNumber.Reading.Refused refused -> {
                faults.add(Fault.of("delegate.idNumber", refused.fault().code()));
                yield Optional.empty();
            }
        };
    }
}
