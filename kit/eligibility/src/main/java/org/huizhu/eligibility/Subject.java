package org.huizhu.eligibility;

import java.util.Locale;

/** Whom a programme is about, and so which facts its rules read. */
public enum Subject {
    /** A disabled resident; the packs that say nothing else. */
    RESIDENT,
    /** A unit that employs people: what it owes, and what it is awarded. */
    EMPLOYER;

    /** The word used in packs and in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
