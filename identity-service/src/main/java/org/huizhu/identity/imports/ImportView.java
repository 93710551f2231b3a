package org.huizhu.identity.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/** An import as shown. {@code rows} is unknown until the file has been looked through; {@code done} counts up to it. */
record ImportView(
        String id,
        ImportRun.Status status,
        @Nullable Integer rows,
        int done,
        int imported,
        int changed,
        int unchanged,
        int rejected,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<FaultView> faults) {

    private static final String WARNING = "columns-unknown";

    /** What is wrong with the file as a whole; a warning does not stop it. */
    record FaultView(String code, String level, String message) {}

    /** What is wrong in one row. */
    record RowFaultView(int row, String column, String code, String message) {}

    static ImportView of(ImportRun run, ProblemTexts texts, Locale locale) {
        return new ImportView(
                run.id(),
                run.status(),
                run.rowCount(),
                run.nextRow(),
                run.tally().imported(),
                run.tally().changed(),
                run.tally().unchanged(),
                run.tally().rejected(),
                run.receivedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.faults().stream()
                        .map(fault -> faultView(fault, texts, locale))
                        .toList());
    }

    private static FaultView faultView(Fault fault, ProblemTexts texts, Locale locale) {
        String level = fault.code().equals(WARNING) ? "warning" : "error";
        return new FaultView(fault.code(), level, texts.describe(fault, locale));
    }
}
