package org.huizhu.identity.credential;

/** Credentials other than the disability certificate whose holders come first. */
enum CredentialKind {
    /** 中华人民共和国残疾军人证. */
    DISABLED_SOLDIER,
    /** 中华人民共和国伤残人民警察证. */
    DISABLED_POLICE,
    /** 中华人民共和国伤残公务员证. */
    DISABLED_OFFICIAL,
    /** 中华人民共和国因战因公伤残人员证. */
    INJURED_ON_DUTY
}
