package org.huizhu.identity.card;

/** Whether there is a photo that can be printed. */
enum PhotoState {
    NONE,
    SUBMITTED,
    ACCEPTED,
    REJECTED
}
