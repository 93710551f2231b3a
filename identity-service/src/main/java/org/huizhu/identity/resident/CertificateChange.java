package org.huizhu.identity.resident;

/** What became of a resident's certificate. */
public enum CertificateChange {
    /** The first one. */
    ISSUED,
    /** The same disability, for another ten years. */
    RENEWED,
    /** Another category, level or component. */
    LEVEL_CHANGED,
    /** A lost card replaced. */
    REISSUED,
    /** Nothing: it is the one that is held. */
    NONE
}
