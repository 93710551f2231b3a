package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One programme over one person's facts from day to day: stretches on which every rule comes out the same. */
final class Course {
    private final Schedule schedule;
    private final FactsOverTime facts;
    private final NavigableMap<LocalDate, Stretch> stretches = new TreeMap<>();

    /**
     * Days on which nothing changes, with a pack in force.
     *
     * @param json the facts as they were given
     */
    record Stretch(LocalDate from, LocalDate to, Pack pack, Facts facts, Map<String, ?> json, Verdict verdict) {

        List<Result> results() {
            return verdict.results();
        }

        /** Without the days before that one. */
        Stretch from(@Nullable LocalDate day) {
            return day == null || !day.isAfter(from) ? this : new Stretch(day, to, pack, facts, json, verdict);
        }
    }

    /** For the days from one to another, both counting; before the first snapshot the first one stands in. */
    Course(Schedule schedule, FactsOverTime facts, LocalDate first, LocalDate last) {
        this.schedule = schedule;
        this.facts = facts;
        LocalDate from = first;
        while (!from.isAfter(last)) {
            LocalDate next = facts.snapshots().higherKey(from.isBefore(facts.begin()) ? facts.begin() : from);
            LocalDate to = next == null || next.isAfter(last) ? last : next.minusDays(1);
            assess(factsOn(from), from, to);
            from = to.plusDays(1);
        }
    }

    private void assess(Map<String, ?> json, LocalDate from, LocalDate to) {
        Facts known = new Facts(json);
        NavigableSet<LocalDate> days = schedule.forecast().days(known, from, to);
        days.add(from);
        Stretch before = null;
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            Pack pack = schedule.on(day);
            before = pack == null
                    ? null
                    : new Stretch(
                            day,
                            next == null ? to : next.minusDays(1),
                            pack,
                            known,
                            json,
                            decide(pack, known, day, before));
            if (before != null) {
                stretches.put(day, before);
            }
        }
    }

    /** Results that are unknown are not taken over from the day before: they come with what is missing. */
    private static Verdict decide(Pack pack, Facts facts, LocalDate day, @Nullable Stretch before) {
        return before == null || before.pack() != pack || before.results().contains(Result.UNKNOWN)
                ? pack.decide(facts, day)
                : pack.decideAgain(facts, day, before.verdict());
    }

    private Map<String, ?> factsOn(LocalDate day) {
        Map.Entry<LocalDate, Map<String, ?>> entry = facts.snapshots().floorEntry(day);
        return entry == null ? facts.snapshots().firstEntry().getValue() : entry.getValue();
    }

    /** The first day of which anything is known. */
    LocalDate begin() {
        return facts.begin();
    }

    /** The stretches that have a day in common with those days, cut to them. */
    List<Stretch> between(LocalDate from, LocalDate to) {
        List<Stretch> found = new ArrayList<>();
        LocalDate start = stretches.floorKey(from);
        for (Stretch s : stretches.tailMap(start == null ? from : start, true).values()) {
            LocalDate begin = s.from().isBefore(from) ? from : s.from();
            LocalDate end = s.to().isAfter(to) ? to : s.to();
            if (!begin.isAfter(end)) {
                found.add(new Stretch(begin, end, s.pack(), s.facts(), s.json(), s.verdict()));
            }
            if (s.to().isAfter(to)) {
                break;
            }
        }
        return found;
    }

    /** What a pack says of a day, whether or not it was in force. */
    List<Result> results(Pack pack, LocalDate day) {
        List<Stretch> there = between(day, day);
        return !there.isEmpty() && there.getFirst().pack() == pack
                ? there.getFirst().results()
                : pack.decide(new Facts(factsOn(day)), day).results();
    }

    /**
     * The first day of a month as it would be if the facts that begin on it had not begun: a change on the first counts
     * as one of that month. Null when none begins on it or nothing was known before.
     */
    @Nullable
    Stretch withoutNewsOf(LocalDate first) {
        Map.Entry<LocalDate, Map<String, ?>> before = facts.snapshots().lowerEntry(first);
        Pack pack = schedule.on(first);
        if (before == null || pack == null || !facts.snapshots().containsKey(first)) {
            return null;
        }
        Facts known = new Facts(before.getValue());
        return new Stretch(first, first, pack, known, before.getValue(), pack.decide(known, first));
    }

    /** The pack in force on that day and what is unknown to it; null when none is. */
    @Nullable
    Stretch knowingNothing(LocalDate day) {
        Pack pack = schedule.on(day);
        Facts nothing = new Facts(Map.of());
        return pack == null ? null : new Stretch(day, day, pack, nothing, Map.of(), pack.decide(nothing, day));
    }
}
