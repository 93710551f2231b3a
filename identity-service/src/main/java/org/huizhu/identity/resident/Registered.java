package org.huizhu.identity.resident;

import java.time.LocalDate;
import org.huizhu.identity.number.CertificateNumber;

/** What became of a registration. */
public sealed interface Registered {

    /** It is in the file; {@code version} is that of the facts now told. */
    record Accepted(
            String residentId,
            long version,
            CertificateNumber number,
            LocalDate expiresOn,
            CertificateChange certificate,
            Extent extent)
            implements Registered {}

    /** It contradicts what is held; the code is that of a fault, the field the JSON path that it is about. */
    record Refused(String field, String code) implements Registered {}

    /** How much was new. */
    enum Extent {
        NEW,
        CHANGED,
        UNCHANGED
    }
}
