package org.huizhu.identity.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a resident or a household. It is never changed; only whether it counts is.
 *
 * @param subjectId the resident or the household
 * @param source who said it, such as {@code bureau:civil-affairs}, {@code file} or {@code staff}
 * @param saidAt when the source said so, which may be long before it came
 * @param receivedId the receipt of the event it came with; {@code null} for forms and files of residents
 * @param standing whether it counts
 * @param leftOut why it did not count when the account was made last
 */
public record Report(
        String id,
        String subjectId,
        String source,
        Instant saidAt,
        Statements statements,
        @Nullable String receivedId,
        Standing standing,
        Account.@Nullable Contradiction leftOut) {

    /** The order of what was said, the same whenever it came. */
    public static final Comparator<Report> AS_SAID =
            Comparator.comparing(Report::saidAt).thenComparing(Report::source).thenComparing(Report::orderAmongEqual);

    /** Whether a report counts. */
    public enum Standing {
        /** It does, unless it contradicts what was said before. */
        SAID,
        /** It does, although it contradicts: a person said so. */
        UPHELD,
        /** It does not: a person said so. */
        REJECTED,
        /** It does not: whoever said it took it back. */
        WITHDRAWN
    }

    boolean counts() {
        return standing == Standing.SAID || standing == Standing.UPHELD;
    }

    LocalDate saidOn() {
        return Shanghai.dateOf(saidAt);
    }

    /** What a source says at the same instant is told apart by what it says, and only then by when it came. */
    private String orderAmongEqual() {
        return statements + "/" + id;
    }

    /** The same with another standing. */
    public Report with(Standing other) {
        return new Report(id, subjectId, source, saidAt, statements, receivedId, other, leftOut);
    }

    /** The first day it speaks of. */
    public LocalDate firstDay() {
        return Spoken.firstDay(statements, saidOn());
    }
}
