package org.huizhu.identity.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.huizhu.identity.resident.ReadInFull;
import org.huizhu.platform.time.Shanghai;
import org.springframework.stereotype.Component;

/**
 * Says to anybody who has a code whether the certificate behind it is valid, and until when: nothing else. Whether a code
 * is unknown, revoked or too old, or the certificate not valid, cannot be told apart.
 */
@Component
class VerifyCertificate {

    private final VerificationCodes codes;
    private final ReadInFull read;
    private final InstantSource clock;

    VerifyCertificate(VerificationCodes codes, ReadInFull read, InstantSource clock) {
        this.codes = codes;
        this.read = read;
        this.clock = clock;
    }

    /** The last valid day; empty if it is not valid. */
    Optional<LocalDate> validUntil(String typed) {
        Instant now = clock.instant();
        return CodeText.read(typed)
                .flatMap(codes::find)
                .filter(code -> code.isLive(now))
                .flatMap(code -> read.certificateValidUntil(code.residentId(), Shanghai.dateOf(now)));
    }
}
