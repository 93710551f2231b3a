package org.huizhu.eligibility;

import dev.cel.runtime.AccumulatedUnknowns;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about lists of periods, such as other benefits or prison terms. */
final class Intervals {

    private Intervals() {}

    /** Whether any period (of that kind) includes the day; both ends count, and an end that is none is open. */
    static Object anyOngoing(Object list, @Nullable Object kind, LocalDate on) {
        Object answer = false;
        for (Object element : (List<?>) list) {
            Object ongoing = ongoing((FactItem) element, kind, on);
            if (ongoing.equals(true)) {
                return true;
            }
            if (ongoing instanceof AccumulatedUnknowns) {
                answer = ongoing;
            }
        }
        return answer;
    }

    private static Object ongoing(FactItem period, @Nullable Object kind, LocalDate on) {
        Object itsKind = kind == null ? null : period.get("kind");
        Object from = period.get("from");
        Object to = period.get("to");
        boolean otherKind = kind != null && !(itsKind instanceof AccumulatedUnknowns) && !kind.equals(itsKind);
        boolean begunLater = from instanceof LocalDate start && start.isAfter(on);
        boolean ended = to instanceof LocalDate end && end.isBefore(on);
        if (otherKind || begunLater || ended) {
            return false;
        }
        for (Object part : new @Nullable Object[] {itsKind, from, to}) {
            if (part instanceof AccumulatedUnknowns unknown) {
                return unknown;
            }
        }
        return true;
    }
}
