package org.huizhu.platform.packs;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A draft tried on all residents.
 *
 * @param sha256 of the text that was tried
 * @param residents how many have been tried so far
 * @param reason why it failed
 * @param result as JSON, once it is done
 */
record Rehearsal(
        String id,
        String versionId,
        String sha256,
        LocalDate on,
        Status status,
        @Nullable String reason,
        String startedBy,
        LocalDateTime startedAt,
        @Nullable LocalDateTime endedAt,
        long residents,
        @Nullable String result) {

    enum Status {
        RUNNING,
        DONE,
        FAILED
    }
}
