package org.huizhu.gateway.console.search;

import org.jspecify.annotations.Nullable;

/** One person as a list of the staff shows them, masked. */
record Found(
        String id,
        String name,
        String idNumber,
        String certificate,
        String place,
        @Nullable String mergedInto) {}
