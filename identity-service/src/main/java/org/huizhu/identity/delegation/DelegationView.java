package org.huizhu.identity.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.huizhu.identity.delegation.Delegation.Basis;
import org.huizhu.identity.delegation.Delegation.Guardianship;
import org.huizhu.identity.delegation.Delegation.Status;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as people see it. {@code name} is masked, of the resident for the one who acts; {@code until} is the first
 * instant that is too late.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DelegationView(
        String id,
        String residentId,
        @Nullable String name,
        @Nullable GuardianKind guardian,
        @Nullable Basis basis,
        @Nullable String document,
        Set<Scope> scopes,
        Instant from,
        @Nullable Instant until,
        Status status,
        @Nullable List<GivenDelegations.Step> history) {

    /** For the resident and staff. */
    static DelegationView whole(Delegation given, Instant now, List<GivenDelegations.Step> history) {
        Guardianship guardian = given.guardian();
        return new DelegationView(
                given.id(),
                given.residentId(),
                null,
                guardian == null ? null : guardian.kind(),
                guardian == null ? null : guardian.basis(),
                guardian == null ? null : guardian.document(),
                given.scopes(),
                given.from(),
                given.until(),
                given.statusAt(now),
                history);
    }

    /** For the one who acts, or is asked to. */
    static DelegationView ofDelegate(Delegation given, Instant now, @Nullable String maskedName) {
        Guardianship guardian = given.guardian();
        return new DelegationView(
                given.id(),
                given.residentId(),
                maskedName,
                guardian == null ? null : guardian.kind(),
                null,
                null,
                given.scopes(),
                given.from(),
                given.until(),
                given.statusAt(now),
                null);
    }
}
