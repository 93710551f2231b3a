package org.huizhu.gateway.assess;

/** Whether a service could answer. */
public enum Status {
    OK,
    UNAVAILABLE
}
