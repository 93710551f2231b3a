package org.huizhu.identity.resident;

import java.time.LocalDate;

/** Is told, in the same transaction, that a resident's certificate ended and no other took its place. */
@FunctionalInterface
public interface CertificateFollower {

    /** It was cancelled, or passed to another district; {@code deceased}: because the holder died. */
    void ended(String residentId, boolean deceased, LocalDate day);
}
