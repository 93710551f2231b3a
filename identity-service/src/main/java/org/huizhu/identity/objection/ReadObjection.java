package org.huizhu.identity.objection;

import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Access;
import org.springframework.stereotype.Component;

/** Finds one objection for staff; one of a resident of another area is none. */
@Component
class ReadObjection {

    private final Objections objections;
    private final Access access;

    ReadObjection(Objections objections, Access access) {
        this.objections = objections;
        this.access = access;
    }

    Objection visible(String id) {
        Objection found = objections.find(id).orElseThrow(() -> Problem.notFound("no-such-objection"));
        try {
            access.reads(found.residentId());
        } catch (Problem elsewhere) {
            throw Problem.notFound("no-such-objection");
        }
        return found;
    }
}
