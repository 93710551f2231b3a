package org.huizhu.identity.matter;

/** Which way a matter goes; decided when it is filed, so that a later rule does not turn it round. */
enum Track {
    /** Assessed here, publicised where due, reviewed. */
    ASSESSED,
    /** Nothing to assess here, but a second person reviews it. */
    REVIEWED,
    /** Checked and carried out. */
    PLAIN,
    /** Heard by the city, then by the province. */
    DISPUTED
}
