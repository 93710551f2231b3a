package org.huizhu.identity.card;

/** Why a photo is rejected. */
enum PhotoFault {
    BLURRED,
    WRONG_SIZE,
    WRONG_BACKGROUND,
    NOT_FRONTAL,
    NOT_RECENT,
    WRONG_PERSON
}
