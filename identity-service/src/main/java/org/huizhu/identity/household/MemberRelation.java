package org.huizhu.identity.household;

/** What a member is to the head of the household. */
enum MemberRelation {
    HEAD,
    SPOUSE,
    CHILD,
    PARENT,
    SIBLING,
    GRANDPARENT,
    GRANDCHILD,
    OTHER_RELATIVE,
    OTHER
}
