package org.huizhu.eligibility;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bare answer of one pack for one day, before it is put into words.
 *
 * @param results one per rule of the pack, flags included
 */
record Verdict(
        Outcome outcome,
        List<Result> results,
        Set<String> missing,
        @Nullable Amount amount) {

    boolean sameAnswer(Verdict other) {
        return outcome == other.outcome && (amount == null ? other.amount == null : amount.equals(other.amount));
    }
}
