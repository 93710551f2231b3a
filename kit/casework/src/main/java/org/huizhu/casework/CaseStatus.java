package org.huizhu.casework;

/** Where a case stands. */
public enum CaseStatus {
    /** Opened by a decision, filled in from facts; waits for the resident to confirm. */
    OPENED
}
