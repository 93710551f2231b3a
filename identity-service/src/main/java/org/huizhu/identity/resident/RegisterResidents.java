package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxMessage;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes registrations into the file: finds or makes the residents and their households, and tells every resident whose
 * facts changed by it, members of the same household too, each once. It locks households and then residents, both in
 * the order of their ids; when others were quicker the caller's transaction fails as a concurrency failure and is to be
 * run again.
 */
@Component
public class RegisterResidents {

    private final Residents residents;
    private final Households households;
    private final Outbox outbox;
    private final IdSource ids;
    private final InstantSource clock;

    RegisterResidents(Residents residents, Households households, Outbox outbox, IdSource ids, InstantSource clock) {
        this.residents = residents;
        this.households = households;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers each, in the caller's transaction, and answers in the same order. Residents who live outside {@code
     * area}, or would join a household of which somebody does, are refused; {@code null} is everywhere. Of one person
     * only the first registration that is accepted counts; the others are refused as {@code person-twice}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Registered> register(List<Registration> registrations, @Nullable String area) {
        LocalDate today = Shanghai.today(clock);
        WorkingSet work = open(registrations);
        List<Registered> results = registrations.stream()
                .map(registration -> work.take(registration, area, today))
                .toList();
        work.countHouseholds(today);
        WorkingSet.Changes changes = work.changes();
        write(changes);
        tell(changes);
        return results.stream().map(work::withVersion).toList();
    }

    private WorkingSet open(List<Registration> registrations) {
        Set<IdNumber> people = registrations.stream()
                .map(registration -> registration.person().idNumber())
                .collect(Collectors.toSet());
        Map<IdNumber, Residents.Place> found = residents.find(people);
        Map<String, String> numbered = households.find(registrations.stream()
                .map(Registration::householdNumber)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<String> touched = new HashSet<>(numbered.values());
        found.values().forEach(place -> place.householdId().ifPresent(touched::add));
        List<Household> lockedHouseholds = households.lock(touched);
        List<Resident> locked =
                residents.lock(found.values().stream().map(Residents.Place::id).toList(), touched);
        for (Resident resident : locked) {
            if (resident.householdId() != null && !touched.contains(resident.householdId())) {
                throw new ConcurrencyFailureException("a resident moved to another household meanwhile");
            }
        }
        return new WorkingSet(locked, lockedHouseholds, numbered, ids);
    }

    private void write(WorkingSet.Changes changes) {
        households.insert(changes.newHouseholds());
        households.update(changes.changedHouseholds());
        if (!changes.newResidents().isEmpty()) {
            residents.insert(changes.newResidents());
        }
        if (!changes.changedResidents().isEmpty()) {
            residents.update(changes.changedResidents());
        }
        if (!changes.newCertificates().isEmpty()) {
            residents.issue(changes.newCertificates());
        }
    }

    private void tell(WorkingSet.Changes changes) {
        List<OutboxMessage> messages = changes.told().stream()
                .map(told -> new OutboxMessage(
                        Topics.RESIDENT, told.facts().residentId(), told.cause(), Schemas.RESIDENT_FACTS, told.facts()))
                .toList();
        if (!messages.isEmpty()) {
            outbox.append(messages);
        }
    }
}
