package org.huizhu.identity.message;

/** A way out of the portal. */
public enum Way {
    SMS,
    EMAIL
}
