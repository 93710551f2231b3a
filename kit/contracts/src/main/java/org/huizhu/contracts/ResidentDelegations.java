package org.huizhu.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may act for one resident: the value of every record on {@link Topics#DELEGATION}. It is the whole list, never a
 * difference; {@code version} rises with each. What was asked for and not accepted, refused or revoked is not in it.
 */
public record ResidentDelegations(String residentId, long version, List<Delegation> delegations) {

    /**
     * That {@code account}, the subject of its tokens, may do these things, from an instant up to another one that is
     * itself too late; without {@code until}, until it is revoked.
     */
    @JsonInclude(Include.NON_NULL)
    public record Delegation(
            String id,
            String account,
            List<Scope> scopes,
            Instant from,
            @Nullable Instant until) {}

    /** What somebody may do for a resident. */
    public enum Scope {
        /** Read the file, and what is decided and why. */
        READ_FILE,
        /** Apply for, renew, replace a certificate. */
        CERTIFICATE_MATTERS,
        /** Apply for and confirm benefits. */
        BENEFIT_MATTERS,
        /** Say where money goes. */
        MONEY,
        /** Get copies of messages. */
        MESSAGES
    }
}
