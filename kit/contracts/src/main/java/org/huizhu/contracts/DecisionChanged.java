package org.huizhu.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A programme's answer for a resident became another one. {@code previousOutcome} is absent for the first decision;
 * {@code factsVersion} is the snapshot that was read, {@code amountYuan} has two places and is absent where none is due
 * or its value is still to be confirmed.
 */
@JsonInclude(Include.NON_NULL)
public record DecisionChanged(
        String residentId,
        String programme,
        String pack,
        String outcome,
        @Nullable String previousOutcome,
        LocalDate asOf,
        @Nullable BigDecimal amountYuan,
        @Nullable String period,
        @Nullable LocalDate nextChangeOn,
        long factsVersion) {}
