package org.huizhu.identity.matter;

/** Who filed a matter. */
enum Channel {
    RESIDENT,
    GUARDIAN,
    CLERK,
    /** An office of another province, which accepted, assessed and publicised it. */
    CROSS_PROVINCE,
    /** This service, as a consequence of a finding. */
    FINDING
}
