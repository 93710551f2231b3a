package org.huizhu.identity.matter;

import java.time.LocalDate;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.jspecify.annotations.Nullable;

/** How far a matter has come. */
record Progress(
        Step step,
        Due due,
        @Nullable String acceptedBy,
        @Nullable String hospital,
        @Nullable Visit visit,
        Notice notice,
        @Nullable Result result) {

    /** The last day for the step; {@code assumed}: counted over a year whose holidays are not published. */
    record Due(@Nullable LocalDate on, boolean assumed) {

        static final Due NONE = new Due(null, false);
    }

    /** A visit at home. */
    record Visit(LocalDate on, String team) {

        @Override
        public String toString() {
            return "Visit[" + on + "]";
        }
    }

    /** The public notice: whether there is one, its last day, whether somebody objected. */
    record Notice(boolean due, @Nullable LocalDate until, boolean objected) {

        static final Notice NONE = new Notice(false, null, false);
    }

    static Progress begin(Step step, Due due, @Nullable Result result, Notice notice) {
        return new Progress(step, due, null, null, null, notice, result);
    }

    boolean noticeDue() {
        return notice.due();
    }

    Progress at(Step next, Due nextDue) {
        return new Progress(next, nextDue, acceptedBy, hospital, visit, notice, result);
    }

    Progress acceptedBy(String actor) {
        return new Progress(step, due, actor, hospital, visit, notice, result);
    }

    Progress sentTo(String code, @Nullable Visit planned) {
        return new Progress(step, due, acceptedBy, code, planned, notice, null);
    }

    Progress assessed(Result found, Notice publicised) {
        return new Progress(step, due, acceptedBy, hospital, visit, publicised, found);
    }

    Progress objected() {
        return new Progress(
                step, due, acceptedBy, hospital, visit, new Notice(notice.due(), notice.until(), true), result);
    }

    Progress withoutResult() {
        return new Progress(step, due, acceptedBy, hospital, visit, Notice.NONE, null);
    }
}
