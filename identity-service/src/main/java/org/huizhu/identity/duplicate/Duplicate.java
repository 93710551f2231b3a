package org.huizhu.identity.duplicate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two files that may be one person's, and what was decided of them. */
record Duplicate(
        String id,
        String first,
        String second,
        List<Likeness> reasons,
        Status status,
        Instant foundAt,
        @Nullable String survivor) {

    enum Status {
        OPEN,
        MERGED,
        KEPT_APART
    }

    /** What people do with a pair. */
    enum Decision {
        MERGED,
        KEPT_APART,
        UNDONE
    }
}
