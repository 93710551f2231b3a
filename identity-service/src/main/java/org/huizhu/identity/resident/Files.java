package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.platform.outbox.Outbox;
import org.huizhu.platform.outbox.OutboxMessage;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Residents' files, opened to be changed and closed when they are. Whoever shares a household is opened too, because
 * what is told of one depends on the others. Households are locked before residents, both in the order of their ids;
 * when others were quicker the caller's transaction fails as a concurrency failure and is to be run again.
 */
@Component
class Files {

    private final Residents residents;
    private final Households households;
    private final Outbox outbox;
    private final IdSource ids;
    private final InstantSource clock;
    private final ObjectProvider<FactsTold> followers;

    Files(
            Residents residents,
            Households households,
            Outbox outbox,
            IdSource ids,
            InstantSource clock,
            ObjectProvider<FactsTold> followers) {
        this.followers = followers;
        this.residents = residents;
        this.households = households;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The files of these people as far as they have one, and the households with these numbers. */
    WorkingSet open(Collection<IdNumber> people, Collection<String> householdNumbers) {
        return open(residents.find(people).values(), households.find(householdNumbers));
    }

    /** The files with these ids; one that there is not is not in it. */
    WorkingSet openOf(Collection<String> residentIds) {
        return open(residents.places(residentIds), Map.of());
    }

    private WorkingSet open(Collection<Residents.Place> places, Map<String, String> numbered) {
        Set<String> touched = new HashSet<>(numbered.values());
        places.stream()
                .map(Residents.Place::householdId)
                .flatMap(Optional::stream)
                .forEach(touched::add);
        List<Household> lockedHouseholds = households.lock(touched);
        List<Resident> locked =
                residents.lock(places.stream().map(Residents.Place::id).toList(), touched);
        for (Resident resident : locked) {
            if (resident.householdId() != null && !touched.contains(resident.householdId())) {
                throw new ConcurrencyFailureException("a resident moved to another household meanwhile");
            }
        }
        return new WorkingSet(locked, lockedHouseholds, numbered, ids);
    }

    /** Writes what became different, and tells every resident whose facts changed by it, each once. */
    void close(WorkingSet work) {
        LocalDate today = Shanghai.today(clock);
        work.countHouseholds(today);
        WorkingSet.Changes changes = work.changes();
        write(changes);
        tell(changes);
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
            List<FactsTold.Told> told = changes.told().stream()
                    .map(each -> new FactsTold.Told(each.facts(), each.cause()))
                    .toList();
            followers.forEach(follower -> follower.told(told));
        }
    }
}
