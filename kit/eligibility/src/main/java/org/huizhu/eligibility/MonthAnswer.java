package org.huizhu.eligibility;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one programme owes one person for one month, with the reasons.
 *
 * @param outcome {@code ELIGIBLE} alone means that the month is owed; a {@code CHOICE} is shown and not owed (D-11)
 * @param amount as in an assessment: for {@code ELIGIBLE} and {@code CHOICE}
 * @param pack the pack that decided; null when none was in force
 * @param district the district that pays, also when another one asks, as six digits; null when none does
 * @param inTheWay ids of the conditions and exclusions that stood in the way, on the day on which the fewest did
 * @param shapedBy ids of the policy rows that shaped the month, such as {@code D-4} or {@code PAY-9}
 * @param missing JSON paths of the facts that could still matter
 */
public record MonthAnswer(
        YearMonth month,
        Outcome outcome,
        @Nullable Amount amount,
        @Nullable String pack,
        @Nullable String district,
        List<String> inTheWay,
        List<String> shapedBy,
        List<String> missing) {

    public MonthAnswer {
        inTheWay = List.copyOf(inTheWay);
        shapedBy = shapedBy.stream().distinct().sorted().toList();
        missing = List.copyOf(missing);
    }

    /** Whether the month is owed; its amount may still be to be confirmed. */
    public boolean owed() {
        return outcome == Outcome.ELIGIBLE;
    }

    MonthAnswer alsoShapedBy(List<String> rows) {
        List<String> all = new ArrayList<>(shapedBy);
        all.addAll(rows);
        return new MonthAnswer(month, outcome, amount, pack, district, inTheWay, all, missing);
    }
}
