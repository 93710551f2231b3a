package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The packs of one programme over time: which one is in force on which day. */
final class Schedule {
    private final List<Pack> standard;
    private final List<Pack> alternatives;
    private final List<Pack> published;
    private final List<Pack> active = new ArrayList<>();
    private final Forecast forecast;

    /** Standard packs and the alternatives that were activated; an alternative outranks on the days it covers. */
    Schedule(List<Pack> standard, List<Pack> alternatives) {
        this(standard, alternatives, List.of());
    }

    private Schedule(List<Pack> standard, List<Pack> alternatives, List<Pack> published) {
        this.standard = byDate(standard);
        this.alternatives = byDate(alternatives);
        this.published = byDate(published).reversed();
        this.active.addAll(this.published);
        this.active.addAll(this.alternatives);
        this.active.addAll(this.standard);
        this.forecast = new Forecast(active, this::on);
    }

    /** The same with published versions, which outrank all others from their first day on. */
    Schedule publish(List<Pack> versions) {
        List<Pack> all = new ArrayList<>(published);
        all.addAll(versions);
        return new Schedule(standard, alternatives, all);
    }

    private static List<Pack> byDate(List<Pack> packs) {
        return packs.stream().sorted(Comparator.comparing(Pack::from)).toList();
    }

    @Nullable
    Pack on(LocalDate day) {
        for (Pack pack : active) {
            if (pack.covers(day) && !supersededBy(day, pack)) {
                return pack;
            }
        }
        return null;
    }

    /** Whether a later published version has begun: also once that one has ended, the one before it stays ended. */
    private boolean supersededBy(LocalDate day, Pack pack) {
        for (Pack newest : published) {
            if (!newest.from().isAfter(day)) {
                return newest != pack && published.contains(pack);
            }
        }
        return false;
    }

    /** From each first day and each day after a last one, as long as the same pack decides. */
    List<PackPeriod> overTime() {
        NavigableSet<LocalDate> turns = new TreeSet<>();
        for (Pack pack : active) {
            turns.add(pack.from());
            LocalDate after = PackReader.dayAfter(pack.to());
            if (after != null) {
                turns.add(after);
            }
        }
        List<PackPeriod> periods = new ArrayList<>();
        for (LocalDate turn : turns) {
            Pack pack = on(turn);
            PackPeriod last = periods.isEmpty() ? null : periods.getLast();
            boolean goesOn = last != null && last.pack() == pack && last.to() == null;
            if (last != null && last.to() == null && !goesOn) {
                periods.set(periods.size() - 1, new PackPeriod(last.pack(), last.from(), turn.minusDays(1)));
            }
            if (pack != null && !goesOn) {
                periods.add(new PackPeriod(pack, turn, null));
            }
        }
        return List.copyOf(periods);
    }

    List<Pack> active() {
        return active;
    }

    Forecast forecast() {
        return forecast;
    }

    void check(Faults faults) {
        follow(standard, true, faults);
        follow(alternatives, false, faults);
        published.forEach(pack -> publishable(pack, faults));
    }

    private void publishable(Pack pack, Faults faults) {
        if (pack.alternative()) {
            faults.add(pack.fault(
                    "status",
                    "a published version counts by itself and is no alternative",
                    "leave out status: alternative"));
        }
        if (published.stream().anyMatch(other -> other != pack && other.from().equals(pack.from()))) {
            faults.add(pack.fault(
                    "valid",
                    "another published version of " + pack.programme() + " begins on " + pack.from() + " too",
                    "choose another first day"));
        }
    }

    private static void follow(List<Pack> packs, boolean withoutGap, Faults faults) {
        for (int i = 1; i < packs.size(); i++) {
            Pack before = packs.get(i - 1);
            Pack pack = packs.get(i);
            LocalDate expected = PackReader.dayAfter(before.to());
            if (expected == null || pack.from().isBefore(expected)) {
                faults.add(
                        pack.spec().node(),
                        pack.programme() + " " + pack.name() + " overlaps " + before.name(),
                        "end " + before.name() + " on " + pack.from().minusDays(1));
            } else if (withoutGap && pack.from().isAfter(expected)) {
                faults.add(
                        pack.spec().node(),
                        pack.programme() + " has no pack between " + before.name() + " and " + pack.name(),
                        "begin " + pack.name() + " on " + expected);
            }
        }
    }
}
