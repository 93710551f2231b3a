package org.huizhu.identity.resident;

import org.jspecify.annotations.Nullable;

/** One person's certificate and circumstances as told by a form or a line of a file, every part checked. */
public record Registration(
        Person person,
        Situation situation,
        CertificateClaim certificate,
        @Nullable HouseholdClaim household) {}
