package org.huizhu.platform.packs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sums of fen of the pack before and of the draft, in the periods that the packs pay for. A month counts as it is and a
 * year as a twelfth a month. What is paid once, for a grant or by the day has no monthly sum: how often it is drawn is
 * not in the rules.
 */
record Money(@Nullable String periodBefore, @Nullable String periodAfter) {

    private static final String MONTH = "month";
    private static final String YEAR = "year";
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** For what period differences are given; null when the two cannot be compared. */
    @Nullable
    String differencePer() {
        if (isMonthly(periodBefore) && isMonthly(periodAfter)) {
            return MONTH;
        }
        return Objects.equals(periodBefore, periodAfter) ? periodAfter : null;
    }

    @Nullable
    BigDecimal monthlyBefore(long fen) {
        return isMonthly(periodBefore) && isMonthly(periodAfter) ? perMonth(fen, periodBefore) : null;
    }

    @Nullable
    BigDecimal monthlyAfter(long fen) {
        return isMonthly(periodBefore) && isMonthly(periodAfter) ? perMonth(fen, periodAfter) : null;
    }

    @Nullable
    BigDecimal difference(long fenBefore, long fenAfter) {
        String per = differencePer();
        if (per == null) {
            return null;
        }
        return per.equals(MONTH)
                ? perMonth(fenAfter, periodAfter).subtract(perMonth(fenBefore, periodBefore))
                : yuan(fenAfter - fenBefore);
    }

    /** What twelve months differ by. */
    @Nullable
    BigDecimal yearlyDifference(long fenBefore, long fenAfter) {
        if (!isMonthly(periodBefore) || !isMonthly(periodAfter)) {
            return null;
        }
        return perYear(fenAfter, periodAfter).subtract(perYear(fenBefore, periodBefore));
    }

    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** A programme without a sum draws nothing in any month. */
    private static boolean isMonthly(@Nullable String period) {
        return period == null || period.equals(MONTH) || period.equals(YEAR);
    }

    private static BigDecimal perMonth(long fen, @Nullable String period) {
        return YEAR.equals(period) ? yuan(fen).divide(MONTHS, 2, RoundingMode.HALF_UP) : yuan(fen);
    }

    private static BigDecimal perYear(long fen, @Nullable String period) {
        return YEAR.equals(period) ? yuan(fen) : yuan(fen).multiply(MONTHS);
    }
}
