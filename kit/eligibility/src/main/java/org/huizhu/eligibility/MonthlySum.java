package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the days of a month add up to by D-4: the best of them, or each for its share. */
final class MonthlySum {
    private final YearMonth month;
    private final List<Standing> days;
    private final boolean byDays;
    private final Standing best;

    /** Over the days of a month of which at least one is certain to count. */
    MonthlySum(YearMonth month, List<Standing> days, boolean byDays) {
        this.month = month;
        this.days = days.stream().filter(day -> !day.no()).toList();
        this.byDays = byDays;
        this.best = best();
    }

    private Standing best() {
        Standing best = null;
        for (Standing day : days) {
            if (day.yes() && (best == null || higher(day, best))) {
                best = day;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no day of " + month + " counts");
        }
        return best;
    }

    /** A sum that is not known may be any; it outranks one that is. */
    private static boolean higher(Standing day, Standing best) {
        BigDecimal sum = day.yuan();
        BigDecimal highest = best.yuan();
        return highest != null && (sum == null || sum.compareTo(highest) > 0);
    }

    /** The pack that decided. */
    Pack pack() {
        return best.stretch().pack();
    }

    /** To be confirmed while a day that may count could still change it. */
    @Nullable
    Amount amount() {
        Amount sum = best.sum();
        if (sum == null) {
            return null;
        }
        return new Amount(open() ? null : byDays ? shares() : best.yuan(), sum.period());
    }

    private boolean open() {
        return days.stream().anyMatch(this::open);
    }

    private boolean open(Standing day) {
        return byDays ? day.maybe() || day.yuan() == null : day.yuan() == null || (day.maybe() && higher(day, best));
    }

    private BigDecimal shares() {
        BigDecimal total = BigDecimal.ZERO;
        for (Standing day : days) {
            BigDecimal yuan = day.yuan();
            if (yuan != null) {
                total = total.add(yuan.multiply(BigDecimal.valueOf(day.days())));
            }
        }
        return total.divide(BigDecimal.valueOf(month.lengthOfMonth()), 2, RoundingMode.HALF_UP);
    }

    /** Facts that would settle a sum that is to be confirmed. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        if (best.sum() != null && open()) {
            days.stream().filter(this::open).forEach(day -> missing.addAll(day.missing()));
        }
        return missing;
    }
}
