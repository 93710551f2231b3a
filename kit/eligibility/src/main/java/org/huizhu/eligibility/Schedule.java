package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packs of one programme over time: which one is in force on which day. */
final class Schedule {
    private final List<Pack> standard;
    private final List<Pack> alternatives;
    private final List<Pack> active = new ArrayList<>();
    private final Forecast forecast;

    /** Standard packs and the alternatives that were activated; an alternative outranks on the days it covers. */
    Schedule(List<Pack> standard, List<Pack> alternatives) {
        this.standard = byDate(standard);
        this.alternatives = byDate(alternatives);
        this.active.addAll(this.alternatives);
        this.active.addAll(this.standard);
        this.forecast = new Forecast(active, this::on);
    }

    private static List<Pack> byDate(List<Pack> packs) {
        return packs.stream().sorted(Comparator.comparing(Pack::from)).toList();
    }

    @Nullable
    Pack on(LocalDate day) {
        for (Pack pack : active) {
            if (pack.covers(day)) {
                return pack;
            }
        }
        return null;
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
