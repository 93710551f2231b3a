package org.huizhu.eligibility;

import java.util.Locale;

/** How sure we are of what a rule says: the tags V, V2, G and A of the policy collection. */
public enum Confidence {
    /** Seen in an official text, or in a source that quotes it article by article. */
    VERIFIED,
    /** Reported by a secondary source. */
    SECONDARY,
    /** General knowledge, no source found. */
    GENERAL,
    /** Our choice where the sources are silent. */
    ASSUMED;

    /** The word used in packs and in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
