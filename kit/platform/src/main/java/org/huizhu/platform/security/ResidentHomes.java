package org.huizhu.platform.security;

import java.util.Optional;

/** Where a resident lives, as far as this service knows: what decides which staff may see them. */
@FunctionalInterface
public interface ResidentHomes {

    /** The 9-digit street or 12-digit community; empty for a resident who is not known or has no known home. */
    Optional<String> areaOf(String residentId);
}
