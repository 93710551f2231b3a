package org.huizhu.gateway.explain;

import java.util.List;
import org.huizhu.gateway.explain.Decision.Outcome;
import org.huizhu.gateway.explain.Decision.Result;
import org.jspecify.annotations.Nullable;

/**
 * One decided programme in the reader's words.
 *
 * @param why one or a few sentences that carry the outcome
 * @param onlyOne whether a single condition stands in the way
 */
public record ProgrammeView(
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
    public boolean isPlainNo() {
        return outcome == Outcome.NOT_ELIGIBLE && next == null && matter == null;
    }

    /** What will change, and when. */
    public record Change(
            String on, Outcome outcome, @Nullable String amount) {}

    /** One condition with its result, the facts that were read, and how sure its source is. */
    public record Condition(
            Result result, String text, @Nullable String basis, String confidence, List<Fact> facts) {}

    /** A fact by name and value, in words; {@code path} is what rules call it. */
    public record Fact(String path, String name, String value) {}
}
