package org.huizhu.gateway.console;

/** What is wanted with a certificate, as identity calls it. */
public enum MatterKind {
    APPLY,
    RENEW,
    CHANGE,
    REISSUE,
    REPLACE,
    MOVE_IN,
    MOVE_OUT,
    CANCEL,
    DISPUTE
}
