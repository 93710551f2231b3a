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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.report.Statements;
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
    private final Books books;
    private final Books.Voice staff;
    private final LocalDate today;
    private final Map<String, String> causes = new HashMap<>();
    private final Map<String, List<Carer>> carers;
    private final Map<String, LocalDate> movedOn = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> certificatesChanged = new HashSet<>();
    private final IdSource ids;

    WorkingSet(
            List<Resident> locked,
            List<Household> lockedHouseholds,
            Map<String, String> numberedHouseholds,
            Known known,
            LocalDate today,
            IdSource ids) {
        this.books = known.books();
        this.staff = known.staff();
        this.today = today;
        this.held = locked.stream().collect(Collectors.toMap(Resident::id, this::withPast));
        this.heldHouseholds = lockedHouseholds.stream().collect(Collectors.toMap(Household::id, this::withPast));
        this.residents = new TreeMap<>(held);
        this.households = new TreeMap<>(heldHouseholds);
        this.numberedHouseholds = new HashMap<>(numberedHouseholds);
        this.carers = known.carers();
        this.ids = ids;
        locked.forEach(resident -> byNumber.put(resident.person().idNumber(), resident.id()));
    }

    /** What stands in the row is what held when it was written; what held before is in the reports. */
    private Resident withPast(Resident row) {
        return books.account(row).map(account -> row.asWritten(account, today)).orElse(row);
    }

    private Household withPast(Household row) {
        return books.account(row).map(account -> row.asWritten(account, today)).orElse(row);
    }

    Books books() {
        return books;
    }

    /** What is known beside the rows: what was said, who cares for whom, and who speaks when nobody else does. */
    record Known(Books books, Map<String, List<Carer>> carers, Books.Voice staff) {}

    /** Facts to tell, and why. */
    record Told(ResidentFacts facts, String cause) {}

    /** All that is to be written and told. */
    record Changes(
            List<Household> newHouseholds,
            List<Household> changedHouseholds,
            List<Resident> newResidents,
            List<Resident> changedResidents,
            List<Resident> newCertificates,
            List<Memberships.Move> moves,
            List<Resident> newPersons,
            List<Told> told) {}

    Registered take(Registration registration, @Nullable String area, Books.Voice voice) {
        String known = byNumber.get(registration.person().idNumber());
        Resident before = known == null ? null : residents.get(known);
        if (before != null && taken.contains(before.id())) {
            return new Registered.Refused("person.idNumber", "person-twice");
        }
        if (before != null && before.merged() != null) {
            return new Registered.Refused("person.idNumber", "person-merged");
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
            return accept(before, registration, new Certificates.Result.Changed(cards, CertificateChange.NONE), voice);
        }
        return switch (cards.claim(claim, today)) {
            case Certificates.Result.Refused(String code) -> new Registered.Refused("issuedOn", code);
            case Certificates.Result.Changed changed -> accept(before, registration, changed, voice);
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
            @Nullable Resident before, Registration told, Certificates.Result.Changed cards, Books.Voice voice) {
        Resident known = before == null
                ? Resident.unknown(ids.next(), told.person(), cards.certificates())
                : before.with(before.person().updatedBy(told.person()), before.situation(), cards.certificates());
        Resident updated =
                join(known.asSaid(books.say(known, Sayings.of(told.situation()), voice), today), told, voice);
        if (before != null && !updated.certificates().equals(before.certificates())) {
            certificatesChanged.add(updated.id());
        }
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
                before == null ? null : before.certificates().cancelledOn().orElse(null),
                before == null ? Registered.Extent.NEW : Registered.Extent.CHANGED);
    }

    /** That file as it is now. */
    Resident get(String residentId) {
        Resident file = residents.get(residentId);
        if (file == null) {
            throw Problem.notFound("no-such-resident");
        }
        return file;
    }

    /** Puts what {@code change} makes of a file in its place; {@code cause} is told if facts become others by it. */
    void change(String residentId, String cause, UnaryOperator<Resident> change) {
        change(residentId, cause, change, staff);
    }

    /** The same, said by somebody else than staff. */
    void change(String residentId, String cause, UnaryOperator<Resident> change, Books.Voice voice) {
        Resident before = get(residentId);
        Resident after = change.apply(before);
        Statements difference = Sayings.difference(before, after);
        if (!difference.equals(Statements.NONE)) {
            after = after.asSaid(books.say(before, difference, voice), today);
        }
        put(before, after);
        causes.put(residentId, cause);
    }

    private void put(Resident before, Resident after) {
        residents.put(after.id(), after);
        if (!after.certificates().equals(before.certificates())) {
            certificatesChanged.add(after.id());
        }
    }

    /** Who is known to have died now and was not before. */
    List<Resident> died() {
        return residents.values().stream()
                .filter(resident -> resident.deceasedOn() != null)
                .filter(resident -> {
                    Resident before = held.get(resident.id());
                    return before == null || before.deceasedOn() == null;
                })
                .toList();
    }

    /** Puts a resident into that household, which is made if it is not there, or into none. */
    void move(String residentId, @Nullable String household, LocalDate since) {
        Resident before = get(residentId);
        if (household != null) {
            households.computeIfAbsent(household, missing -> Household.empty(missing, null));
        }
        residents.put(residentId, before.inHousehold(household));
        movedOn.put(residentId, since);
    }

    void complete(String household, boolean complete) {
        households.computeIfPresent(household, (id, before) -> before.complete(complete));
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

    private Resident join(Resident resident, Registration registration, Books.Voice voice) {
        HouseholdClaim told = registration.household();
        if (told == null) {
            return resident;
        }
        String number = registration.householdNumber();
        String id = number == null
                ? Objects.requireNonNullElseGet(resident.householdId(), ids::next)
                : numberedHouseholds.computeIfAbsent(number, missing -> ids.next());
        Household household = households.computeIfAbsent(id, missing -> Household.empty(missing, number));
        say(household, Sayings.of(told.completedBy(household)), voice);
        return resident.inHousehold(id);
    }

    private Household held(String id) {
        return Objects.requireNonNull(households.get(id), "a household was not locked");
    }

    private void say(Household household, Statements statements, Books.Voice voice) {
        households.put(household.id(), household.asSaid(books.say(household, statements, voice), today));
    }

    /** Whether somebody with that number is open. */
    Optional<String> idOf(IdNumber number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The household with that number, if it is open. */
    Optional<String> householdOf(String number) {
        return Optional.ofNullable(numberedHouseholds.get(number));
    }

    /** What a bureau says of a resident, of what is theirs alone. */
    void hear(String residentId, Statements statements, Books.Voice voice, String cause) {
        Resident before = resident(residentId);
        put(before, before.asSaid(books.say(before, statements, voice), today));
        causes.put(residentId, cause);
    }

    /** What a bureau says of the household that a resident is in, or is the only one of. */
    void hearOfHousehold(String residentId, Statements statements, Books.Voice voice) {
        Resident member = resident(residentId);
        String id = Objects.requireNonNullElseGet(member.householdId(), ids::next);
        households.computeIfAbsent(id, missing -> Household.empty(missing, null));
        residents.put(residentId, member.inHousehold(id));
        hearOfHousehold(id, statements, voice, residentId);
    }

    /** What a bureau says of that household. */
    void hearOfHousehold(String householdId, Statements statements, Books.Voice voice, @Nullable String residentId) {
        say(held(householdId), statements, voice);
        if (residentId != null) {
            causes.putIfAbsent(residentId, EventTypes.RESIDENT_UPDATED);
        }
    }

    /** Makes the account of a resident or household anew, because a report of it counts otherwise or a day has come. */
    void account(String subjectId) {
        Resident resident = residents.get(subjectId);
        if (resident != null) {
            books.account(resident).ifPresent(account -> put(resident, resident.asSaid(account, today)));
            causes.putIfAbsent(subjectId, EventTypes.RESIDENT_UPDATED);
        }
        Household household = households.get(subjectId);
        if (household != null) {
            books.account(household).ifPresent(account -> households.put(subjectId, household.asSaid(account, today)));
        }
    }

    Optional<String> householdIdOf(String residentId) {
        return Optional.ofNullable(resident(residentId).householdId());
    }

    /** Counts the members of each household anew, as of today: all of them are here. */
    void countHouseholds() {
        Map<String, List<Resident>> members = new HashMap<>();
        for (Resident resident : residents.values()) {
            if (resident.householdId() != null) {
                members.computeIfAbsent(resident.householdId(), id -> new ArrayList<>())
                        .add(resident);
            }
        }
        households.replaceAll((id, household) -> {
            List<Resident> here = members.getOrDefault(id, List.of());
            return household.counting(
                    Math.toIntExact(here.stream()
                            .filter(member -> member.countsAsDisabled(today))
                            .count()),
                    Math.toIntExact(here.stream()
                            .filter(member -> member.countsAsSevere(today))
                            .count()),
                    Derived.of(here, household.membersComplete(), carers, today));
        });
    }

    /** Who is in another household than before, or in their first. */
    private List<Memberships.Move> moves(List<Resident> changed) {
        List<Memberships.Move> moves = new ArrayList<>();
        for (Resident resident : changed) {
            Resident before = held.get(resident.id());
            String from = before == null ? null : before.householdId();
            if (!Objects.equals(from, resident.householdId())) {
                LocalDate since = movedOn.getOrDefault(resident.id(), today);
                boolean first = from == null && !movedOn.containsKey(resident.id());
                moves.add(new Memberships.Move(resident.id(), from, resident.householdId(), first ? null : since));
            }
        }
        return moves;
    }

    /** Who is new, or of whom something that identifies them is. */
    private List<Resident> newPersons(List<Resident> changed) {
        return changed.stream()
                .filter(resident -> {
                    Resident before = held.get(resident.id());
                    return before == null || !before.person().equals(resident.person());
                })
                .toList();
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
                moves(changed),
                newPersons(changed),
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
        LocalDate changedFrom = before == null ? null : changedFrom(before, next);
        told.add(new Told(next.facts(household, changedFrom), causeOf(before, household, next)));
        return next;
    }

    /** Of two first days the earlier one; a change without a day of its own counts from today. */
    private LocalDate changedFrom(Resident before, Resident next) {
        LocalDate said = books.changedFrom(next.id(), next.householdId()).orElse(today);
        LocalDate card = before.certificates().equals(next.certificates())
                ? today
                : next.certificates()
                        .current()
                        .map(now -> now.statusSince().isBefore(today) ? now.statusSince() : today)
                        .orElse(today);
        return said.isBefore(card) ? said : card;
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
                accepted.residentId(),
                now.version(),
                accepted.card(),
                accepted.certificate(),
                accepted.cancelledOn(),
                extent);
    }
}
