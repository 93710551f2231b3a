package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;

/** Locked residents and households with what registrations make of them; nothing is written until it is asked. */
final class WorkingSet {

    private final Map<String, Resident> held;
    private final Map<String, Household> heldHouseholds;
    private final Map<String, Resident> residents;
    private final Map<String, Household> households;
    private final Map<IdNumber, String> byNumber = new HashMap<>();
    private final Map<String, String> numberedHouseholds;
    private final Map<String, String> causes = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> certificatesChanged = new HashSet<>();
    private final IdSource ids;

    WorkingSet(
            List<Resident> locked,
            List<Household> lockedHouseholds,
            Map<String, String> numberedHouseholds,
            IdSource ids) {
        this.held = locked.stream().collect(Collectors.toMap(Resident::id, Function.identity()));
        this.heldHouseholds = lockedHouseholds.stream().collect(Collectors.toMap(Household::id, Function.identity()));
        this.residents = new TreeMap<>(held);
        this.households = new TreeMap<>(heldHouseholds);
        this.numberedHouseholds = new HashMap<>(numberedHouseholds);
        this.ids = ids;
        locked.forEach(resident -> byNumber.put(resident.person().idNumber(), resident.id()));
    }

    /** Facts to tell, and why. */
    record Told(ResidentFacts facts, String cause) {}

    /** All that is to be written and told. */
    record Changes(
            List<Household> newHouseholds,
            List<Household> changedHouseholds,
            List<Resident> newResidents,
            List<Resident> changedResidents,
            List<Resident> newCertificates,
            List<Told> told) {}

    Registered take(Registration registration, @Nullable String area, LocalDate today) {
        String known = byNumber.get(registration.person().idNumber());
        Resident before = known == null ? null : residents.get(known);
        if (before != null && taken.contains(before.id())) {
            return new Registered.Refused("person.idNumber", "person-twice");
        }
        if (before != null && area != null && !isWithin(before.homeArea(), area)) {
            return new Registered.Refused("person.idNumber", "registered-elsewhere");
        }
        String number = registration.householdNumber();
        if (number != null && area != null && hasMembersOutside(area, number)) {
            return new Registered.Refused("household.number", "registered-elsewhere");
        }
        Certificates cards = before == null ? Certificates.NONE : before.certificates();
        CertificateClaim claim = registration.certificate();
        if (claim == null) {
            return accept(before, registration, new Certificates.Result.Changed(cards, CertificateChange.NONE), today);
        }
        return switch (cards.claim(claim, today)) {
            case Certificates.Result.Refused(String code) -> new Registered.Refused("issuedOn", code);
            case Certificates.Result.Changed changed -> accept(before, registration, changed, today);
        };
    }

    /** Whoever may not register these members must not change what is told of them through their household either. */
    private boolean hasMembersOutside(String area, String householdNumber) {
        String household = numberedHouseholds.get(householdNumber);
        return household != null
                && held.values().stream()
                        .anyMatch(
                                member -> household.equals(member.householdId()) && !isWithin(member.homeArea(), area));
    }

    private static boolean isWithin(@Nullable String home, String area) {
        return home == null || home.startsWith(area);
    }

    private Registered accept(
            @Nullable Resident before, Registration told, Certificates.Result.Changed cards, LocalDate today) {
        Resident updated = before == null
                ? new Resident(ids.next(), 0, told.person(), null, told.situation(), cards.certificates(), null)
                : before.with(
                        before.person().updatedBy(told.person()),
                        before.situation().updatedBy(told.situation(), today),
                        cards.certificates());
        updated = join(updated, told);
        taken.add(updated.id());
        residents.put(updated.id(), updated);
        byNumber.put(updated.person().idNumber(), updated.id());
        if (cards.change() != CertificateChange.NONE) {
            certificatesChanged.add(updated.id());
            causes.put(updated.id(), causeOf(cards.change()));
        } else {
            causes.putIfAbsent(updated.id(), EventTypes.RESIDENT_UPDATED);
        }
        return new Registered.Accepted(
                updated.id(),
                updated.version(),
                cardOf(updated, cards.certificates()),
                cards.change(),
                before == null ? Registered.Extent.NEW : Registered.Extent.CHANGED);
    }

    /** A file that was opened, as it is by now. */
    Resident opened(String residentId) {
        return Optional.ofNullable(residents.get(residentId)).orElseThrow(() -> Problem.notFound("no-such-resident"));
    }

    /** Puts what {@code change} makes of a file in its place; {@code cause} is told if facts become others by it. */
    void change(String residentId, String cause, UnaryOperator<Resident> change) {
        Resident before = residents.get(residentId);
        if (before == null) {
            throw Problem.notFound("no-such-resident");
        }
        Resident after = change.apply(before);
        residents.put(residentId, after);
        if (!after.certificates().equals(before.certificates())) {
            certificatesChanged.add(residentId);
        }
        causes.put(residentId, cause);
    }

    private static Registered.@Nullable Card cardOf(Resident holder, Certificates cards) {
        return cards.current()
                .map(card -> new Registered.Card(card.numberOf(holder.person().idNumber()), card.expiresOn()))
                .orElse(null);
    }

    static String causeOf(CertificateChange change) {
        return switch (change) {
            case ISSUED -> EventTypes.CERTIFICATE_ISSUED;
            case RENEWED -> EventTypes.CERTIFICATE_RENEWED;
            case LEVEL_CHANGED -> EventTypes.CERTIFICATE_LEVEL_CHANGED;
            case REISSUED -> EventTypes.CERTIFICATE_REISSUED;
            case NONE -> EventTypes.RESIDENT_UPDATED;
        };
    }

    private Resident join(Resident resident, Registration registration) {
        HouseholdClaim told = registration.household();
        if (told == null) {
            return resident;
        }
        String number = registration.householdNumber();
        String id = number == null
                ? Objects.requireNonNullElseGet(resident.householdId(), ids::next)
                : numberedHouseholds.computeIfAbsent(number, missing -> ids.next());
        Household household = households.computeIfAbsent(id, missing -> Household.empty(missing, number));
        households.put(id, household.updatedBy(told));
        return resident.inHousehold(id);
    }

    private Household held(String id) {
        return Objects.requireNonNull(households.get(id), "a household was not locked");
    }

    /** Counts the members of each household anew, as of that day: all of them are here. */
    void countHouseholds(LocalDate today) {
        Map<String, int[]> counts = new HashMap<>();
        for (Resident resident : residents.values()) {
            if (resident.householdId() != null) {
                int[] count = counts.computeIfAbsent(resident.householdId(), id -> new int[2]);
                count[0] += resident.countsAsDisabled(today) ? 1 : 0;
                count[1] += resident.countsAsSevere(today) ? 1 : 0;
            }
        }
        households.replaceAll((id, household) -> {
            int[] count = counts.getOrDefault(id, new int[2]);
            return household.counting(count[0], count[1]);
        });
    }

    Changes changes() {
        List<Told> told = new ArrayList<>();
        List<Resident> changed = new ArrayList<>();
        for (Resident resident : List.copyOf(residents.values())) {
            Resident next = tell(resident, told);
            if (!next.equals(held.get(next.id()))) {
                residents.put(next.id(), next);
                changed.add(next);
            }
        }
        return new Changes(
                households.values().stream()
                        .filter(household -> !heldHouseholds.containsKey(household.id()))
                        .toList(),
                households.values().stream()
                        .filter(household -> heldHouseholds.containsKey(household.id())
                                && !household.equals(heldHouseholds.get(household.id())))
                        .toList(),
                only(changed, false),
                only(changed, true),
                certificatesChanged.stream().sorted().map(this::resident).toList(),
                told);
    }

    private List<Resident> only(Collection<Resident> changed, boolean alreadyHeld) {
        return changed.stream()
                .filter(resident -> held.containsKey(resident.id()) == alreadyHeld)
                .toList();
    }

    /** Adds the resident's facts to {@code told} if they differ from those last told, or a card was replaced. */
    private Resident tell(Resident resident, List<Told> told) {
        Resident before = held.get(resident.id());
        Household household = resident.householdId() == null ? null : held(resident.householdId());
        boolean same = before != null
                && !certificatesChanged.contains(resident.id())
                && resident.facts(household).equals(before.facts(heldHousehold(before)));
        if (same) {
            return resident;
        }
        Resident next = resident.nextVersion();
        told.add(new Told(next.facts(household), causeOf(before, household, next)));
        return next;
    }

    private @Nullable Household heldHousehold(Resident before) {
        return before.householdId() == null ? null : heldHouseholds.get(before.householdId());
    }

    private String causeOf(@Nullable Resident before, @Nullable Household household, Resident next) {
        String own = causes.get(next.id());
        boolean onlyHousehold =
                before != null && next.facts(null).equals(before.nextVersion().facts(null));
        if (own != null && !(onlyHousehold && own.equals(EventTypes.RESIDENT_UPDATED))) {
            return own;
        }
        Household was = before == null ? null : heldHousehold(before);
        boolean sameIncome = was != null && household != null && was.income() == household.income();
        return sameIncome ? EventTypes.HOUSEHOLD_CHANGED : EventTypes.HOUSEHOLD_INCOME_CHANGED;
    }

    private Resident resident(String id) {
        return Objects.requireNonNull(residents.get(id));
    }

    /** The result with what is known once all were taken. */
    Registered withVersion(Registered result) {
        if (!(result instanceof Registered.Accepted accepted)) {
            return result;
        }
        Resident now = resident(accepted.residentId());
        boolean unchanged =
                Optional.ofNullable(held.get(now.id())).filter(now::equals).isPresent();
        Registered.Extent extent = unchanged ? Registered.Extent.UNCHANGED : accepted.extent();
        return new Registered.Accepted(
                accepted.residentId(), now.version(), accepted.card(), accepted.certificate(), extent);
    }
}
