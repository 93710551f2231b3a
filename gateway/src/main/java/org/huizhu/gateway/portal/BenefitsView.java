package org.huizhu.gateway.portal;

import java.util.List;
import org.huizhu.gateway.portal.Decision.Outcome;
import org.huizhu.gateway.portal.Decision.Result;
import org.jspecify.annotations.Nullable;

/**
 * The benefits page in the reader's language.
 *
 * @param monthly what the benefits that can be had come to in a month, in words; null if there is none
 * @param missing the names of the services that could not be asked
 * @param withheld the names of the services that do not show this resident to the reader
 */
record BenefitsView(
        String asOf, List<Group> groups, @Nullable String monthly, List<String> missing, List<String> withheld) {

    /**
     * Programmes with the same outcome.
     *
     * @param programmes those shown at once
     * @param folded plain noes, with which nothing is under way: one closed list
     */
    record Group(Outcome outcome, List<Programme> programmes, List<Programme> folded) {

        public int count() {
            return programmes.size() + folded.size();
        }
    }

    /**
     * One programme.
     *
     * @param why one or a few sentences that carry the outcome
     * @param onlyOne whether a single condition stands in the way
     */
    record Programme(
            String id,
            String title,
            String service,
            Outcome outcome,
            @Nullable String amount,
            @Nullable String delivery,
            List<String> why,
            boolean onlyOne,
            List<String> missing,
            @Nullable Change next,
            @Nullable String matter,
            List<Condition> conditions,
            List<String> basis) {

        /** Whether it is a no that neither the calendar nor an open case will change. */
        boolean isPlainNo() {
            return outcome == Outcome.NOT_ELIGIBLE && next == null && matter == null;
        }
    }

    /** What will change, and when. */
    record Change(String on, Outcome outcome, @Nullable String amount) {}

    record Condition(Result result, String text, @Nullable String basis, String confidence, List<Fact> facts) {}

    record Fact(String name, String value) {}
}
