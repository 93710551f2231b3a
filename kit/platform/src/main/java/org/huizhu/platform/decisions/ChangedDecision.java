package org.huizhu.platform.decisions;

import org.huizhu.eligibility.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A decision that differs from the one before; {@code before} is null for the first, {@code amountFenBefore} too where
 * no sum was due.
 */
public record ChangedDecision(
        Decision decision,
        @Nullable Outcome before,
        @Nullable Long amountFenBefore) {}
