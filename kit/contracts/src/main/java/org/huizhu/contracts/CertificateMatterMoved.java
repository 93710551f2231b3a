package org.huizhu.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Certificate work went a step, which is the CloudEvents type. Without {@code matterId} a renewal is due of which there
 * is no matter yet: {@code dueOn} is then the certificate's last valid day. {@code version} rises with each step of a
 * matter, {@code area} is the resident's home.
 */
@JsonInclude(Include.NON_NULL)
public record CertificateMatterMoved(
        String residentId,
        @Nullable String matterId,
        Kind kind,
        @Nullable Step step,
        @Nullable Step previousStep,
        @Nullable LocalDate dueOn,
        @Nullable String area,
        @Nullable Long version) {

    /** What is wanted. */
    public enum Kind {
        APPLY,
        RENEW,
        CHANGE,
        REISSUE,
        REPLACE,
        MOVE_IN,
        MOVE_OUT,
        CANCEL,
        DISPUTE
    }

    /** Where a matter stands; the last six are ends. */
    public enum Step {
        FILED,
        RETURNED,
        ACCEPTED,
        AT_HOSPITAL,
        HOME_VISIT,
        NOTICE,
        REVIEW,
        READY,
        AT_CITY,
        CITY_FOUND,
        AT_PROVINCE,
        ISSUED,
        DONE,
        HANDED_OVER,
        REFUSED,
        WITHDRAWN,
        CLOSED
    }
}
