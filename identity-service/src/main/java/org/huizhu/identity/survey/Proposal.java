package org.huizhu.identity.survey;

/** What is proposed for a difference, and what was decided. */
enum Proposal {
    TAKE,
    KEEP,
    ASK
}
