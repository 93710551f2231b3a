package org.huizhu.identity.household;

/** Who said so. */
enum ToldBy {
    RESIDENT,
    FAMILY,
    HUKOU_BOOK,
    BUREAU,
    VISIT,
    STAFF
}
