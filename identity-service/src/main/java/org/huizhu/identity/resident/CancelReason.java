package org.huizhu.identity.resident;

/** Why a certificate was cancelled (残疾人证管理办法 Art. 24). */
public enum CancelReason {
    DECEASED,
    /** Assessed anew, and no disability by the standard was found. */
    NO_LONGER_DISABLED,
    OWN_REQUEST,
    /** The hukou moved and the certificate did not follow in time. */
    NOT_MOVED
}
