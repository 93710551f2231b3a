package org.huizhu.platform.packs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.eligibility.Pack;
import org.huizhu.platform.packs.Tally.Group;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal found. Kept as JSON; sums are yuan with two places as text.
 *
 * @param difference of all and of each group, for what {@code differencePer} says: a month where that can be told
 * @param unreadable residents whose facts could not be read and who are not among the others
 */
record RehearsalResult(
        long residents,
        BigDecimal seconds,
        long gains,
        long losses,
        long changedAmounts,
        long otherChanges,
        Side before,
        Side after,
        @Nullable String monthlyBefore,
        @Nullable String monthlyAfter,
        @Nullable String monthlyDifference,
        @Nullable String yearlyDifference,
        @Nullable String difference,
        @Nullable String differencePer,
        long unreadable,
        List<Turn> outcomes,
        List<Line> groups) {

    /** What one pack pays to those who are eligible, in its own period. */
    record Side(@Nullable String pack, @Nullable String period, long eligible, String total, long toBeConfirmed) {}

    record Turn(@Nullable String before, @Nullable String after, long residents) {}

    record Line(
            String by,
            String key,
            long residents,
            long gains,
            long losses,
            long changedAmounts,
            @Nullable String difference) {}

    static RehearsalResult of(Tally tally, @Nullable Pack before, Pack after, Duration time) {
        Group all = tally.all();
        // A programme that had no pack or no sum is compared in the draft's own period.
        String period = before == null || before.period() == null ? after.period() : before.period();
        Money money = new Money(period, after.period());
        BigDecimal monthlyBefore = money.monthlyBefore(all.fenBefore);
        return new RehearsalResult(
                all.residents,
                BigDecimal.valueOf(time.toMillis(), 3),
                all.gains,
                all.losses,
                all.amounts,
                all.others,
                new Side(
                        before == null ? null : before.name(),
                        before == null ? null : before.period(),
                        all.eligibleBefore,
                        Money.yuan(all.fenBefore).toPlainString(),
                        all.unconfirmedBefore),
                new Side(
                        after.name(),
                        after.period(),
                        all.eligibleAfter,
                        Money.yuan(all.fenAfter).toPlainString(),
                        all.unconfirmedAfter),
                text(monthlyBefore),
                text(money.monthlyAfter(all.fenAfter)),
                monthlyBefore == null ? null : text(money.difference(all.fenBefore, all.fenAfter)),
                text(money.yearlyDifference(all.fenBefore, all.fenAfter)),
                text(money.difference(all.fenBefore, all.fenAfter)),
                money.differencePer(),
                tally.unreadableFacts(),
                turns(tally),
                lines(tally, money));
    }

    private static List<Turn> turns(Tally tally) {
        List<Turn> turns = new ArrayList<>();
        tally.outcomes()
                .forEach((turn, count) -> turns.add(new Turn(orNull(turn.before()), orNull(turn.after()), count)));
        return turns;
    }

    private static List<Line> lines(Tally tally, Money money) {
        List<Line> lines = new ArrayList<>();
        tally.groups()
                .forEach((by, keyed) -> keyed.forEach((key, group) -> lines.add(new Line(
                        by.id(),
                        key,
                        group.residents,
                        group.gains,
                        group.losses,
                        group.amounts,
                        text(money.difference(group.fenBefore, group.fenAfter))))));
        return lines;
    }

    /** The lines of each grouping, in their order. */
    Map<String, List<Line>> byGrouping() {
        Map<String, List<Line>> groupings = new LinkedHashMap<>();
        groups.forEach(line ->
                groupings.computeIfAbsent(line.by(), by -> new ArrayList<>()).add(line));
        return groupings;
    }

    private static @Nullable String text(@Nullable BigDecimal yuan) {
        return yuan == null ? null : yuan.toPlainString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
