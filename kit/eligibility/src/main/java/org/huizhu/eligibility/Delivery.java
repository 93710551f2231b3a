package org.huizhu.eligibility;

import java.util.Locale;

/** How a benefit reaches the person. */
public enum Delivery {
    /** Nobody has to do anything. */
    AUTOMATIC,
    /** A case opens by itself, filled in; the person confirms once (免申即享). */
    CONFIRM,
    /** The person applies. */
    APPLY;

    /** The word used in packs and in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
