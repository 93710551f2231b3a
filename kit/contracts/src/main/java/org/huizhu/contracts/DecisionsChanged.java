package org.huizhu.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one service for a resident that became others at the same time, for one cause: at least one. {@code asOf} is
 * the day for which they hold, {@code factsVersion} the snapshot that was read.
 */
public record DecisionsChanged(String residentId, LocalDate asOf, long factsVersion, List<Decision> decisions) {

    public DecisionsChanged {
        decisions = List.copyOf(decisions);
    }

    /**
     * A programme's new answer. {@code previousOutcome} is absent for the first decision; {@code amountYuan} has two
     * places and is absent where none is due or its value is still to be confirmed.
     */
    @JsonInclude(Include.NON_NULL)
    public record Decision(
            String programme,
            String pack,
            String outcome,
            @Nullable String previousOutcome,
            @Nullable BigDecimal amountYuan,
            @Nullable String period,
            @Nullable LocalDate nextChangeOn) {}
}
