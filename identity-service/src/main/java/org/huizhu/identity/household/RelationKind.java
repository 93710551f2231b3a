package org.huizhu.identity.household;

/** How two people belong together; read from the first to the second. Guardians are a matter of their own. */
enum RelationKind {
    PARENT_CHILD(false),
    GRANDPARENT(false),
    CARER_OF(false),
    SPOUSE(true),
    SIBLING(true);

    private final boolean mutual;

    RelationKind(boolean mutual) {
        this.mutual = mutual;
    }

    /** Whether it says the same in both directions. */
    boolean isMutual() {
        return mutual;
    }

    /** Whether the first must be born before the second. */
    boolean isDescent() {
        return this == PARENT_CHILD || this == GRANDPARENT;
    }
}
