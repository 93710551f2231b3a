package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A month for which what is owed by the facts as now known differs from what was posted. It is a proposal: a person
 * approves the back-pay or the recovery.
 *
 * @param owed zero when the month is certainly not owed
 */
public record MonthDifference(YearMonth month, BigDecimal owed, BigDecimal posted) {

    /** What was not paid and is owed, or, below zero, what was overpaid. */
    public BigDecimal due() {
        return owed.subtract(posted);
    }

    /**
     * The months that differ, in order. A month that is open (facts missing, or the sum to be confirmed) is no
     * difference: nothing is paid or recovered on a guess.
     *
     * @param answers what is owed, for each month that is compared
     * @param posted the sum of what was posted for a month; a month that is not there has nothing posted
     * @throws IllegalArgumentException when something was posted for a month that has no answer
     */
    public static List<MonthDifference> between(List<MonthAnswer> answers, Map<YearMonth, BigDecimal> posted) {
        Map<YearMonth, BigDecimal> open = new TreeMap<>(posted);
        List<MonthDifference> differences = new ArrayList<>();
        for (MonthAnswer answer : answers) {
            BigDecimal paid = open.remove(answer.month());
            paid = paid == null ? BigDecimal.ZERO : paid;
            if (certain(answer) && owed(answer).compareTo(paid) != 0) {
                differences.add(new MonthDifference(answer.month(), owed(answer), paid));
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("nothing is said of the posted months " + open.keySet());
        }
        return List.copyOf(differences);
    }

    private static boolean certain(MonthAnswer answer) {
        Amount amount = answer.amount();
        boolean sumOpen = answer.owed() && amount != null && amount.toBeConfirmed();
        return answer.outcome() != Outcome.NEEDS_INFORMATION && !sumOpen;
    }

    private static BigDecimal owed(MonthAnswer answer) {
        Amount amount = answer.amount();
        BigDecimal yuan = amount == null ? null : amount.yuan();
        return answer.owed() && yuan != null ? yuan : BigDecimal.ZERO;
    }
}
