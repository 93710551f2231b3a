package org.huizhu.eligibility;

/** The value of a fact that is known not to exist: it equals nothing, and every comparison with it is false. */
enum None {
    NONE
}
