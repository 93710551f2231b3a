package org.huizhu.eligibility;

/** Whether one condition holds, as shown to the reader; for an exclusion, met means that nothing is in the way. */
public enum Result {
    /** It holds. */
    MET,
    /** It certainly does not hold. */
    NOT_MET,
    /** It depends on facts that are not known. */
    UNKNOWN
}
