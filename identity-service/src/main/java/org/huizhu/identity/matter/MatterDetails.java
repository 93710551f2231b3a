package org.huizhu.identity.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.huizhu.identity.resident.CancelReason;
import org.huizhu.identity.resident.CertificateClaim;
import org.jspecify.annotations.Nullable;

/**
 * What only some kinds need: why and since when to cancel; where to or from to move; what a card that moves in says, and
 * how many of its number were lost before.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterDetails(
        @Nullable CancelReason reason,
        @Nullable LocalDate on,
        @Nullable String area,
        @Nullable CertificateClaim certificate,
        @Nullable Integer lostCards) {

    static final MatterDetails NONE = new MatterDetails(null, null, null, null, null);
}
