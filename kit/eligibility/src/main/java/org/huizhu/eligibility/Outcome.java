package org.huizhu.eligibility;

/** What the rules say about one person and one programme on one day. */
public enum Outcome {
    /** Every condition is met and nothing stands in the way. */
    ELIGIBLE,
    /** At least one condition is certainly not met, whatever is still unknown. */
    NOT_ELIGIBLE,
    /** It depends on facts that are not known; {@link Assessment#missing()} lists them. */
    NEEDS_INFORMATION,
    /** Eligible, but only instead of another benefit: the person keeps that one or takes this one. */
    CHOICE
}
