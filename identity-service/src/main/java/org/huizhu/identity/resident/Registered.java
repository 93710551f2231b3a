package org.huizhu.identity.resident;

import java.time.LocalDate;
import org.huizhu.identity.number.CertificateNumber;
import org.jspecify.annotations.Nullable;

/** What became of a registration. */
public sealed interface Registered {

    /**
     * It is in the file; {@code version} is that of the facts now told, {@code card} the one now held. {@code cancelledOn}
     * is set where that one is new and the one before it was cancelled for good: since when.
     */
    record Accepted(
            String residentId,
            long version,
            @Nullable Card card,
            CertificateChange certificate,
            @Nullable LocalDate cancelledOn,
            Extent extent)
            implements Registered {}

    /** A card's number and its last valid day. */
    record Card(CertificateNumber number, LocalDate expiresOn) {}

    /** It contradicts what is held; the code is that of a fault, the field the JSON path that it is about. */
    record Refused(String field, String code) implements Registered {}

    /** How much was new. */
    enum Extent {
        NEW,
        CHANGED,
        UNCHANGED
    }
}
