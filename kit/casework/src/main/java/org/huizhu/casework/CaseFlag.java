package org.huizhu.casework;

/** What a person must look at. */
enum CaseFlag {
    /** The rules no longer say what they said when the case was opened. Nothing was changed by itself. */
    RULES_DISAGREE
}
