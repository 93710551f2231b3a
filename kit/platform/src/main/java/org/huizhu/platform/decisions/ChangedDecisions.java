package org.huizhu.platform.decisions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became another answer when one resident was decided: at least one decision. {@code cause} is the type of the event
 * that led to it, {@code trace} are the reasons of all, {@code traceparent} what it goes on with.
 */
record ChangedDecisions(
        String residentId,
        LocalDate asOf,
        long factsVersion,
        String cause,
        @Nullable String traceparent,
        List<ChangedDecision> decisions,
        String trace) {}
