package org.huizhu.identity.resident;

/** What of a closed file can go on in the other one. */
public enum MergeField {
    NAME,
    PHONE,
    ADDRESS_LINE,
    HUKOU,
    HOME,
    HOUSEHOLD,
    EMPLOYMENT,
    SCHOOLING,
    CARE_NEED,
    GUARDIAN,
    OTHER_BENEFITS,
    IMPRISONMENT
}
