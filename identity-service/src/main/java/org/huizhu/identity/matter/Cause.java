package org.huizhu.identity.matter;

/** The main cause of a disability (PV-04). */
enum Cause {
    BIRTH_DEFECT,
    DISEASE,
    CHRONIC_ILLNESS,
    INJURY,
    TRAFFIC_ACCIDENT,
    WORK_INJURY,
    OTHER,
    UNKNOWN
}
