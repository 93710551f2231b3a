package org.huizhu.identity.resident;

import java.util.List;
import java.util.function.UnaryOperator;
import org.huizhu.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes one resident's file and tells what became different. */
@Component
class ChangeFile {

    private final Files files;

    ChangeFile(Files files) {
        this.files = files;
    }

    /**
     * In the caller's transaction. A change of facts is told with {@code cause}; one that changes nothing is not told.
     *
     * @throws Problem 404 if there is no such resident
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(String residentId, String cause, UnaryOperator<Resident> change) {
        WorkingSet work = files.openOf(List.of(residentId));
        work.change(residentId, cause, change);
        files.close(work);
    }
}
