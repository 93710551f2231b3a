package org.huizhu.platform.security;

import java.time.Instant;
import org.huizhu.contracts.ResidentDelegations.Scope;

/** Who may act for whom, as far as this service knows at this moment. */
@FunctionalInterface
public interface Delegations {

    /** Whether that account, the subject of its tokens, may do this for that resident at that instant. */
    boolean allow(String account, String residentId, Scope scope, Instant at);
}
