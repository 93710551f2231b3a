package org.huizhu.identity.imports;

import java.time.Instant;
import java.util.List;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** An upload and how far it has come; {@code attempts} counts how often work on it began since it last moved on. */
record ImportRun(
        String id,
        Status status,
        @Nullable String area,
        @Nullable String format,
        @Nullable List<String> header,
        @Nullable Integer rowCount,
        int nextRow,
        int attempts,
        Tally tally,
        List<Fault> faults,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    enum Status {
        RECEIVING,
        RECEIVED,
        RUNNING,
        DONE,
        FAILED
    }

    /** What became of rows. */
    record Tally(int imported, int changed, int unchanged, int rejected) {}

    boolean isVisibleWithin(@Nullable String callersArea) {
        return callersArea == null || (area != null && area.startsWith(callersArea));
    }
}
