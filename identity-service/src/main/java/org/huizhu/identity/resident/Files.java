package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhu.contracts.Schemas;
import org.huizhu.contracts.Topics;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.report.Reports;
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

    private static final String STAFF = "staff";

    private final Residents residents;
    private final Households households;
    private final Reports reports;
    private final ToldFacts toldFacts;
    private final KnownCarers carers;
    private final Memberships memberships;
    private final ObjectProvider<PersonFollower> followers;
    private final ObjectProvider<ResidentsFollower> newcomersFollowers;
    private final Outbox outbox;
    private final IdSource ids;
    private final InstantSource clock;
    private final ObjectProvider<FactsTold> factsFollowers;
    private final ObjectProvider<CertificateFollower> certificateFollowers;

    Files(
            Residents residents,
            Households households,
            Reports reports,
            ToldFacts toldFacts,
            KnownCarers carers,
            Memberships memberships,
            ObjectProvider<PersonFollower> followers,
            ObjectProvider<ResidentsFollower> newcomersFollowers,
            ObjectProvider<FactsTold> factsFollowers,
            ObjectProvider<CertificateFollower> certificateFollowers,
            Outbox outbox,
            IdSource ids,
            InstantSource clock) {
        this.reports = reports;
        this.toldFacts = toldFacts;
        this.newcomersFollowers = newcomersFollowers;
        this.factsFollowers = factsFollowers;
        this.certificateFollowers = certificateFollowers;
        this.residents = residents;
        this.households = households;
        this.carers = carers;
        this.memberships = memberships;
        this.followers = followers;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The files of these people as far as they have one, and the households with these numbers. */
    WorkingSet open(Collection<IdNumber> people, Collection<String> householdNumbers) {
        return open(residents.find(people).values(), households.find(householdNumbers), Set.of());
    }

    /** The files with these ids; one that there is not is not in it. */
    WorkingSet openOf(Collection<String> residentIds) {
        return openOf(residentIds, Set.of());
    }

    /** The file with that id, or all files of the household with it. */
    WorkingSet openSubject(String id) {
        List<Residents.Place> places = residents.places(List.of(id));
        return open(places, Map.of(), places.isEmpty() ? Set.of(id) : Set.of());
    }

    /** The same, and these households with all of their members. */
    WorkingSet openOf(Collection<String> residentIds, Collection<String> householdIds) {
        return open(residentIds.isEmpty() ? List.of() : residents.places(residentIds), Map.of(), householdIds);
    }

    private WorkingSet open(
            Collection<Residents.Place> places, Map<String, String> numbered, Collection<String> alsoHouseholds) {
        Set<String> touched = new HashSet<>(numbered.values());
        touched.addAll(alsoHouseholds);
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
        LocalDate today = Shanghai.today(clock);
        Set<String> lockedIds = locked.stream().map(Resident::id).collect(Collectors.toSet());
        return new WorkingSet(
                locked,
                lockedHouseholds,
                numbered,
                new WorkingSet.Known(
                        books(locked, lockedHouseholds),
                        carers.of(lockedIds, today),
                        Books.Voice.of(STAFF, clock.instant())),
                today,
                ids);
    }

    private Books books(List<Resident> locked, List<Household> lockedHouseholds) {
        List<String> subjects = new ArrayList<>();
        locked.forEach(resident -> subjects.add(resident.id()));
        lockedHouseholds.forEach(household -> subjects.add(household.id()));
        return new Books(reports.of(subjects), ids);
    }

    /** Writes what became different, and tells every resident whose facts changed by it, each once. */
    void close(WorkingSet work) {
        work.countHouseholds();
        WorkingSet.Changes changes = work.changes();
        write(changes);
        reports.add(work.books().added(), work.books().leftOut());
        reports.note(work.books().noted());
        tell(changes);
        reports.addEffects(effects(work, changes));
        tellFollowers(changes);
        work.died()
                .forEach(resident -> certificateFollowers.forEach(follower ->
                        follower.ended(resident.id(), true, Objects.requireNonNull(resident.deceasedOn()))));
    }

    private void tellFollowers(WorkingSet.Changes changes) {
        List<PersonFollower.Written> written = changes.newPersons().stream()
                .map(resident -> new PersonFollower.Written(resident.id(), resident.person()))
                .toList();
        if (!written.isEmpty()) {
            followers.forEach(follower -> follower.written(written));
        }
        List<ResidentsFollower.Newcomer> newcomers = changes.newResidents().stream()
                .map(resident -> new ResidentsFollower.Newcomer(
                        resident.id(), resident.person().idNumber()))
                .toList();
        if (!newcomers.isEmpty()) {
            newcomersFollowers.orderedStream().forEach(follower -> follower.registered(newcomers));
        }
    }

    private static List<Reports.Effect> effects(WorkingSet work, WorkingSet.Changes changes) {
        List<Reports.Effect> effects = new ArrayList<>();
        for (WorkingSet.Told told : changes.told()) {
            String resident = told.facts().residentId();
            Stream.concat(Stream.of(resident), work.householdIdOf(resident).stream())
                    .flatMap(subject -> work.books().takingEffect(subject).stream())
                    .distinct()
                    .forEach(received -> effects.add(
                            new Reports.Effect(received, resident, told.facts().version())));
        }
        return effects;
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
        memberships.record(changes.moves());
    }

    private void tell(WorkingSet.Changes changes) {
        List<OutboxMessage> messages = changes.told().stream()
                .map(told -> new OutboxMessage(
                        Topics.RESIDENT, told.facts().residentId(), told.cause(), Schemas.RESIDENT_FACTS, told.facts()))
                .toList();
        if (!messages.isEmpty()) {
            outbox.append(messages);
            toldFacts.add(changes.told());
            List<FactsTold.Told> told = changes.told().stream()
                    .map(each -> new FactsTold.Told(each.facts(), each.cause()))
                    .toList();
            factsFollowers.forEach(follower -> follower.told(told));
        }
    }
}
