package org.huizhu.identity.matter;

import java.util.Optional;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Access;
import org.huizhu.platform.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Who may do what with which matter: the action says which roles, the resident's home which staff, the assignment which
 * hospital. Whoever has a role but not this matter is told no more than if there were none.
 */
@Component("matterAccess")
class MatterAccess {

    private final Matters matters;
    private final Hospitals hospitals;
    private final Access access;

    MatterAccess(Matters matters, Hospitals hospitals, Access access) {
        this.matters = matters;
        this.hospitals = hospitals;
        this.access = access;
    }

    /** Asked by {@code @PreAuthorize}. */
    public boolean may(String action, String id) {
        if (!has(action)) {
            return false;
        }
        if (matters.find(id).filter(matter -> isOpenTo(matter, action)).isEmpty()) {
            throw Problem.notFound("no-such-matter");
        }
        return true;
    }

    /** Whether the caller has a role in which the action can be done. */
    public boolean has(String action) {
        return Action.valueOf(action).roleOf(Caller.current()).isPresent();
    }

    /** Which hospital the caller enters results for; staff and residents for none. */
    Optional<String> hospital() {
        Caller caller = Caller.current();
        return caller.roles().contains("provider") ? hospitals.ofAccount(caller.subject()) : Optional.empty();
    }

    /** Whether the caller files for this resident: the resident, who was given certificate matters, or staff. */
    boolean files(String residentId) {
        return isStaff() ? access.reads(residentId) : access.acts(residentId, Scope.CERTIFICATE_MATTERS);
    }

    private boolean isOpenTo(Matter matter, String action) {
        String sentTo = matter.progress().hospital();
        return (sentTo != null && hospital().filter(sentTo::equals).isPresent())
                || isOpenTo(matter.residentId(), Action.valueOf(action));
    }

    private boolean isOpenTo(String residentId, Action action) {
        boolean looksOnly = action == Action.READ || action == Action.READ_DIAGNOSIS;
        try {
            return looksOnly ? access.reads(residentId) : files(residentId);
        } catch (Problem elsewhere) {
            return false;
        }
    }

    private static boolean isStaff() {
        return Caller.current().staffArea().isPresent();
    }
}
