package org.huizhu.identity.matter;

/** What {@code certificate-rules.csv} gives a value to; see {@code policy.md} 1.3 to 1.6. */
enum Rule {
    ACCEPT_DAYS,
    ISSUE_DAYS,
    NOTICE_DAYS,
    NOTICE_FROM_AGE,
    NOTICE_SPARES_INTELLECTUAL_AND_MENTAL,
    REVIEW_DAYS,
    RESULT_VALID_MONTHS,
    DISPUTE_DAYS,
    PROVINCE_DAYS,
    RENEWAL_MONTHS,
    RENEWAL_REASSESSES,
    FREEZE_MONTHS,
    LAPSE_MONTHS,
    REAPPLY_MONTHS,
    USUAL_AGE_VISION,
    USUAL_AGE_HEARING,
    USUAL_AGE_SPEECH,
    USUAL_AGE_LIMB,
    USUAL_AGE_INTELLECTUAL,
    USUAL_AGE_MENTAL
}
