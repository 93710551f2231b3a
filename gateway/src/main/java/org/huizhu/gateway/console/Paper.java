package org.huizhu.gateway.console;

/** Papers that are handed in, as identity calls them. */
public enum Paper {
    ID_CARD,
    HUKOU_BOOK,
    RESIDENCE_PERMIT,
    PHOTO,
    GUARDIAN_PAPERS,
    MEDICAL_RECORDS,
    OLD_CERTIFICATE,
    LOSS_STATEMENT,
    DEATH_CERTIFICATE,
    OTHER
}
