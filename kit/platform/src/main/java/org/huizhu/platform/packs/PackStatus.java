package org.huizhu.platform.packs;

/** What officers did with a version. Whether an approved one is coming, active or superseded is a matter of the day. */
enum PackStatus {
    DRAFT,
    APPROVED,
    WITHDRAWN
}
