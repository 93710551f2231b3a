package org.huizhu.platform.packs;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.huizhu.eligibility.RuleBroken;
import org.huizhu.platform.packs.Traits.By;
import org.jspecify.annotations.Nullable;

/** Counts and sums of a rehearsal. One thread fills one; they are added up at the end. */
final class Tally {

    private final Group all = new Group();
    private final Map<By, Map<String, Group>> groups = new EnumMap<>(By.class);
    private final Map<Turn, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> broken = new TreeMap<>();
    private long unreadable;

    /** From one outcome to another; empty where there was none. */
    record Turn(String before, String after) implements Comparable<Turn> {

        @Override
        public int compareTo(Turn other) {
            int first = before.compareTo(other.before);
            return first != 0 ? first : after.compareTo(other.after);
        }
    }

    /** Residents who have something in common. Sums are what the eligible draw in one period of their pack. */
    static final class Group {
        long residents;
        long gains;
        long losses;
        long amounts;
        long others;
        long eligibleBefore;
        long eligibleAfter;
        long fenBefore;
        long fenAfter;
        long unconfirmedBefore;
        long unconfirmedAfter;

        void add(Rehearsed resident, Rehearsed.@Nullable Kind change) {
            residents++;
            gains += change == Rehearsed.Kind.GAIN ? 1 : 0;
            losses += change == Rehearsed.Kind.LOSS ? 1 : 0;
            amounts += change == Rehearsed.Kind.AMOUNT ? 1 : 0;
            others += change == Rehearsed.Kind.OTHER ? 1 : 0;
            eligibleBefore += resident.before().isEligible() ? 1 : 0;
            eligibleAfter += resident.after().isEligible() ? 1 : 0;
            fenBefore += resident.before().fenOrZero();
            fenAfter += resident.after().fenOrZero();
            unconfirmedBefore += resident.before().toBeConfirmed() ? 1 : 0;
            unconfirmedAfter += resident.after().toBeConfirmed() ? 1 : 0;
        }

        void add(Group other) {
            residents += other.residents;
            gains += other.gains;
            losses += other.losses;
            amounts += other.amounts;
            others += other.others;
            eligibleBefore += other.eligibleBefore;
            eligibleAfter += other.eligibleAfter;
            fenBefore += other.fenBefore;
            fenAfter += other.fenAfter;
            unconfirmedBefore += other.unconfirmedBefore;
            unconfirmedAfter += other.unconfirmedAfter;
        }
    }

    void add(Rehearsed resident) {
        Rehearsed.Kind change = resident.change();
        all.add(resident, change);
        for (By by : By.values()) {
            group(by, resident.traits().by(by)).add(resident, change);
        }
        outcomes.merge(new Turn(name(resident.before()), name(resident.after())), 1L, Long::sum);
    }

    /** A rule of the draft broke on a resident. */
    void broke(RuleBroken rule) {
        broken.merge(rule.condition() + " of " + rule.programme(), 1L, Long::sum);
    }

    /** A resident's facts are no facts. */
    void unreadable() {
        unreadable++;
    }

    void add(Tally other) {
        all.add(other.all);
        other.groups.forEach(
                (by, keyed) -> keyed.forEach((key, group) -> group(by, key).add(group)));
        other.outcomes.forEach((turn, count) -> outcomes.merge(turn, count, Long::sum));
        other.broken.forEach((rule, count) -> broken.merge(rule, count, Long::sum));
        unreadable += other.unreadable;
    }

    Group all() {
        return all;
    }

    Map<By, Map<String, Group>> groups() {
        return groups;
    }

    Map<Turn, Long> outcomes() {
        return outcomes;
    }

    /** How many residents each broken rule broke on. */
    Map<String, Long> broken() {
        return broken;
    }

    long unreadableFacts() {
        return unreadable;
    }

    private Group group(By by, String key) {
        return groups.computeIfAbsent(by, b -> new TreeMap<>()).computeIfAbsent(key, k -> new Group());
    }

    private static String name(Answer answer) {
        String name = answer.outcomeName();
        return name == null ? "" : name;
    }
}
