package org.huizhu.gateway.assess;

/** Whether a service could answer. */
enum Status {
    OK,
    UNAVAILABLE
}
