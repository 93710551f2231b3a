package org.huizhu.platform.packs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hides counts of one or two people in a table that leaves the house. A count that could be computed from the total and
 * the others is no secret, so further counts are hidden until each hidden one can still be one or two; where that cannot
 * be had, the whole column is.
 */
final class SmallCells {

    static final String SMALL = "<3";
    static final String HIDDEN = "*";

    private static final long LEAST = 3;

    private SmallCells() {}

    /** The total as it may be shown. */
    static String total(long total) {
        return isSmall(total) ? SMALL : Long.toString(total);
    }

    /** The counts that make up a total which is shown beside them, as they may be shown. */
    static List<String> shown(List<Long> counts) {
        List<Integer> small = IntStream.range(0, counts.size())
                .filter(i -> isSmall(counts.get(i)))
                .boxed()
                .toList();
        if (small.isEmpty()) {
            return counts.stream().map(String::valueOf).toList();
        }
        List<Integer> large = IntStream.range(0, counts.size())
                .filter(i -> counts.get(i) >= LEAST)
                .boxed()
                .sorted(Comparator.comparing(counts::get))
                .toList();
        long total = counts.stream().mapToLong(Long::longValue).sum();
        for (int alsoHidden = 0; total >= LEAST && alsoHidden <= large.size(); alsoHidden++) {
            List<Integer> company = large.subList(0, alsoHidden);
            if (isSecret(counts, small, company)) {
                return masked(counts, small, company);
            }
        }
        return Collections.nCopies(counts.size(), HIDDEN);
    }

    /** Whether the sum of what is hidden, which anybody can compute, leaves open which small count is one and which two. */
    private static boolean isSecret(List<Long> counts, List<Integer> small, List<Integer> company) {
        long hidden = sum(counts, small) + sum(counts, company);
        long leastOfSmall = small.size();
        if (company.isEmpty()) {
            return hidden > leastOfSmall && hidden < 2 * leastOfSmall;
        }
        return hidden - LEAST * company.size() >= leastOfSmall + 1;
    }

    private static long sum(List<Long> counts, List<Integer> which) {
        return which.stream().mapToLong(counts::get).sum();
    }

    private static List<String> masked(List<Long> counts, List<Integer> small, List<Integer> company) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            shown.add(small.contains(i) ? SMALL : company.contains(i) ? HIDDEN : Long.toString(counts.get(i)));
        }
        return shown;
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < LEAST;
    }
}
