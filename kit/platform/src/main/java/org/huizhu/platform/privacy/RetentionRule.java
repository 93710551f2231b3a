package org.huizhu.platform.privacy;

import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept: a bean of the feature that keeps it. Why is the message {@code retention.<name>}.
 *
 * @param name such as {@code answered-request}
 * @param keep how long, unless {@code huizhu.retention.keep.<name>} says otherwise
 * @param atLeast what no setting may go below
 * @param remove removes what is older; empty for what is never removed by itself
 */
public record RetentionRule(
        String name, Period keep, Period atLeast, @Nullable Removal remove) {

    /** Removes up to {@code most} rows from before {@code limit} in one transaction and says how many. */
    @FunctionalInterface
    public interface Removal {
        int before(Instant limit, int most);
    }
}
