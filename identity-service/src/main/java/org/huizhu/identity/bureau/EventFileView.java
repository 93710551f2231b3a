package org.huizhu.identity.bureau;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of a file. {@code recorded}, {@code setAside} and {@code refused} count what became of the {@code done} rows
 * when they were taken in; {@code alreadyKnown} how many of them were known before this upload.
 *
 * @param refusedRows the first of them; absent in lists of files
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventFileView(
        String id,
        EventFile.Status status,
        String type,
        String source,
        Instant saidAt,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        int rows,
        int done,
        int recorded,
        int setAside,
        int refused,
        @Nullable Integer alreadyKnown,
        List<WarningView> warnings,
        @Nullable List<RowView> refusedRows) {

    /** What does not stop a file. */
    record WarningView(String code, String message) {}

    /** A row as it stands now; {@code reason} and {@code text} say why it was set aside. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            int line,
            String receipt,
            String id,
            ReceivedEvent.Outcome outcome,
            @Nullable String reason,
            @Nullable String text,
            @Nullable List<CellView> errors) {

        static RowView of(EventFileRows.Row row, ProblemTexts texts, Locale locale) {
            ReceivedEvent event = row.event();
            String reason = event.reason();
            return new RowView(
                    row.line(),
                    event.id(),
                    event.eventId(),
                    event.outcome(),
                    reason,
                    reason == null ? null : texts.describe(Fault.of("", "aside-" + reason), locale),
                    row.faults().isEmpty()
                            ? null
                            : row.faults().stream()
                                    .map(fault ->
                                            new CellView(fault.field(), fault.code(), texts.describe(fault, locale)))
                                    .toList());
        }
    }

    /** What to change in a cell; without a column, in the row. */
    record CellView(String column, String code, String message) {}

    static EventFileView of(EventFile file, ProblemTexts texts, Locale locale) {
        return new EventFileView(
                file.id(),
                file.status(),
                file.said().type().type(),
                file.said().source(),
                file.said().at(),
                file.receivedAt(),
                file.finishedAt(),
                file.rows(),
                file.nextRow(),
                file.tally().recorded(),
                file.tally().setAside(),
                file.tally().refused(),
                null,
                file.warnings().stream()
                        .map(fault -> new WarningView(fault.code(), texts.describe(fault, locale)))
                        .toList(),
                null);
    }

    EventFileView with(@Nullable Integer known, List<RowView> rowsRefused) {
        return new EventFileView(
                id,
                status,
                type,
                source,
                saidAt,
                receivedAt,
                finishedAt,
                rows,
                done,
                recorded,
                setAside,
                refused,
                known,
                warnings,
                rowsRefused);
    }
}
