package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules of any number of programmes, checked whole, ready to assess people on any day. Immutable and safe to share
 * between threads; knows no clock and no database.
 */
public final class RulePacks {
    private final Map<Subject, FactModel> models;
    private final Map<String, Schedule> programmes;
    private final List<Pack> all;

    private RulePacks(Map<Subject, FactModel> models, Map<String, Schedule> programmes, List<Pack> all) {
        this.models = models;
        this.programmes = programmes;
        this.all = List.copyOf(all);
    }

    /**
     * Loads packs; those marked {@code status: alternative} stay inactive.
     *
     * @throws PackFaults with every fault of every file, when there is any
     */
    public static RulePacks load(FactModel residents, Collection<PackSource> sources) {
        return load(residents, sources, Set.of());
    }

    /**
     * Loads packs and activates alternatives by name.
     *
     * @param activated names such as {@code PLAN-2025}, or {@code care-subsidy/PLAN-2025} for one programme alone
     * @throws PackFaults with every fault of every file, or when no pack has an activated name
     */
    public static RulePacks load(FactModel residents, Collection<PackSource> sources, Set<String> activated) {
        return load(Map.of(Subject.RESIDENT, residents), sources, activated);
    }

    /**
     * Loads packs about several subjects, each checked against the facts of its own, and activates alternatives by name.
     *
     * @param models the facts of each subject; packs about a subject that is not here are left out
     * @throws PackFaults with every fault of every file, or when no pack has an activated name
     */
    public static RulePacks load(
            Map<Subject, FactModel> models, Collection<PackSource> sources, Set<String> activated) {
        Faults faults = new Faults();
        List<Pack> packs = compile(models, sources, faults);
        refuseUnknown(packs, activated, faults);
        Map<String, Schedule> programmes = new LinkedHashMap<>();
        byProgramme(packs).forEach((programme, own) -> {
            refuseMixed(own, faults);
            Schedule schedule = schedule(own, activated);
            schedule.check(faults);
            programmes.put(programme, schedule);
        });
        faults.throwIfAny();
        return new RulePacks(models, programmes, packs);
    }

    /**
     * These packs and versions published on top of them. From its first day on, a published version outranks every other
     * pack of its programme, also one of the same name: it ends the one before it on the day before, without a change to
     * its file. After its own last day, if it has one, the packs that were not published count again.
     *
     * @throws PackFaults with every fault of the versions, when there is any
     */
    public RulePacks publish(Collection<PackSource> versions) {
        return publish(versions, pack -> List.of());
    }

    /**
     * The same where the publisher has conditions of their own.
     *
     * @param check finds further faults in a version as far as it could be read
     */
    public RulePacks publish(Collection<PackSource> versions, Function<Pack, List<PackFault>> check) {
        Faults faults = new Faults();
        List<Pack> published = compile(models, versions, faults);
        published.forEach(pack -> check.apply(pack).forEach(faults::add));
        List<Pack> packs = new ArrayList<>(all);
        packs.addAll(published);
        Map<String, List<Pack>> together = byProgramme(packs);
        Map<String, Schedule> schedules = new TreeMap<>(programmes);
        byProgramme(published).forEach((programme, own) -> {
            refuseMixed(together.getOrDefault(programme, own), faults);
            Schedule schedule = schedules
                    .getOrDefault(programme, new Schedule(List.of(), List.of()))
                    .publish(own);
            schedule.check(faults);
            schedules.put(programme, schedule);
        });
        faults.throwIfAny();
        return new RulePacks(models, schedules, packs);
    }

    private static List<Pack> compile(Map<Subject, FactModel> models, Collection<PackSource> sources, Faults faults) {
        List<Pack> packs = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (PackSource source : sources) {
            YamlNode root = new YamlFile(faults).read(source);
            PackSpec spec = root == null ? null : new PackReader(faults).read(root);
            FactModel model = spec == null ? null : models.get(spec.subject());
            if (root != null && spec != null && model != null) {
                Pack pack = new PackCompiler(model, faults).compile(spec);
                packs.add(pack);
                if (!names.add(pack.programme() + "/" + pack.name())) {
                    faults.add(root, pack.programme() + " " + pack.name() + " is there twice", "rename or remove one");
                }
            }
        }
        return packs;
    }

    private static void refuseUnknown(List<Pack> packs, Set<String> activated, Faults faults) {
        for (String name : activated) {
            if (packs.stream().noneMatch(pack -> pack.alternative() && isActive(pack, Set.of(name)))) {
                List<String> known = packs.stream()
                        .filter(Pack::alternative)
                        .map(pack -> pack.programme() + "/" + pack.name())
                        .toList();
                faults.add("activated packs", 1, "no alternative pack is called " + name, "use one of " + known);
            }
        }
    }

    private static void refuseMixed(List<Pack> own, Faults faults) {
        Pack first = own.getFirst();
        own.stream().filter(pack -> pack.subject() != first.subject()).forEach(pack -> {
            String subjects = first.subject().id() + " in " + first.name() + " and "
                    + pack.subject().id() + " in ";
            faults.add(
                    pack.spec().node(),
                    pack.programme() + " is about a " + subjects + pack.name(),
                    "give each subject a programme of its own");
        });
    }

    private static Map<String, List<Pack>> byProgramme(List<Pack> packs) {
        Map<String, List<Pack>> programmes = new TreeMap<>();
        packs.forEach(pack -> programmes
                .computeIfAbsent(pack.programme(), p -> new ArrayList<>())
                .add(pack));
        return programmes;
    }

    private static Schedule schedule(List<Pack> own, Set<String> activated) {
        List<Pack> standard = own.stream().filter(pack -> !pack.alternative()).toList();
        List<Pack> alternatives = own.stream()
                .filter(pack -> pack.alternative() && isActive(pack, activated))
                .toList();
        return new Schedule(standard, alternatives);
    }

    private static boolean isActive(Pack pack, Set<String> activated) {
        return activated.contains(pack.name()) || activated.contains(pack.programme() + "/" + pack.name());
    }

    /** The ids of all programmes, in alphabetical order. */
    public Set<String> programmes() {
        return programmes.keySet();
    }

    /** Every pack that was loaded, active or not. */
    public List<Pack> packs() {
        return all;
    }

    /** Whom a programme is about; residents when there is no such programme. */
    Subject subject(String programme) {
        return all.stream()
                .filter(pack -> pack.programme().equals(programme))
                .findFirst()
                .map(Pack::subject)
                .orElse(Subject.RESIDENT);
    }

    /** The pack that decides the programme on that day. */
    public Optional<Pack> inForce(String programme, LocalDate on) {
        Schedule schedule = programmes.get(programme);
        return schedule == null ? Optional.empty() : Optional.ofNullable(schedule.on(on));
    }

    /** Which pack decides the programme when, from its first day on; empty for an unknown programme. */
    public List<PackPeriod> overTime(String programme) {
        Schedule schedule = programmes.get(programme);
        return schedule == null ? List.of() : schedule.overTime();
    }

    /**
     * Assesses one resident for every programme about residents that has a pack in force on the day.
     *
     * @param facts the facts' JSON: an absent key is unknown, null or an empty list is known to be none, dates are ISO
     *     texts; answers to packs' own questions lie under {@code answers.<programme>.<id>}
     * @throws RuleBroken when a rule cannot be evaluated
     * @throws InvalidFacts when a fact has the wrong form
     */
    public List<Assessment> assess(Map<String, ?> facts, LocalDate asOf) {
        return assess(Subject.RESIDENT, facts, asOf);
    }

    /** The same for one resident or one employer: only the programmes about that subject. */
    public List<Assessment> assess(Subject subject, Map<String, ?> facts, LocalDate asOf) {
        return assessAll(subject, facts, asOf, true);
    }

    /** The same without {@link Assessment#nextChange()}, for assessing many people at once. */
    public List<Assessment> assessToday(Map<String, ?> facts, LocalDate asOf) {
        return assessAll(Subject.RESIDENT, facts, asOf, false);
    }

    /** The same for one programme; empty when it has no pack in force on the day. */
    public Optional<Assessment> assess(String programme, Map<String, ?> facts, LocalDate asOf) {
        Schedule schedule = programmes.get(programme);
        return schedule == null
                ? Optional.empty()
                : Optional.ofNullable(assess(schedule, new Facts(facts), asOf, true));
    }

    /** The same for one programme without {@link Assessment#nextChange()}. */
    public Optional<Assessment> assessToday(String programme, Map<String, ?> facts, LocalDate asOf) {
        Schedule schedule = programmes.get(programme);
        return schedule == null
                ? Optional.empty()
                : Optional.ofNullable(assess(schedule, new Facts(facts), asOf, false));
    }

    /** The packs of a programme over time; null when there is no such programme. */
    @Nullable
    Schedule schedule(String programme) {
        return programmes.get(programme);
    }

    private List<Assessment> assessAll(Subject subject, Map<String, ?> json, LocalDate asOf, boolean withNextChange) {
        Facts facts = new Facts(json);
        List<Assessment> assessments = new ArrayList<>(programmes.size());
        for (Schedule schedule : programmes.values()) {
            Assessment assessment =
                    about(subject, schedule.on(asOf)) ? assess(schedule, facts, asOf, withNextChange) : null;
            if (assessment != null) {
                assessments.add(assessment);
            }
        }
        return assessments;
    }

    private static boolean about(Subject subject, @Nullable Pack pack) {
        return pack != null && pack.subject() == subject;
    }

    private static @Nullable Assessment assess(Schedule schedule, Facts facts, LocalDate asOf, boolean withNextChange) {
        Pack pack = schedule.on(asOf);
        return pack == null ? null : new Explanation(pack, facts, asOf).of(withNextChange ? schedule.forecast() : null);
    }
}
