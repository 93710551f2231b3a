package org.huizhu.platform.security;

import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The questions that {@code @PreAuthorize} asks, as bean {@code access}. */
public final class Access {

    private final ObjectProvider<ResidentHomes> homes;

    Access(ObjectProvider<ResidentHomes> homes) {
        this.homes = homes;
    }

    /**
     * Whose file the caller means: that of {@code someone} they stand for or, without one, their own.
     *
     * @throws Problem 404 for anybody else's, and for a caller without a file of their own
     */
    public String residentMeant(@Nullable String someone) {
        Caller caller = Caller.current();
        String meant = someone == null ? caller.residentId() : someone;
        if (meant == null || !caller.standsFor(meant)) {
            throw Problem.notFound("no-such-resident");
        }
        return meant;
    }

    /**
     * Whether the caller may read this resident's file: the resident, one who acts for them, or staff of their area.
     *
     * @throws Problem 404 for anybody else of these roles, who are told no more than if there were no such resident
     */
    public boolean reads(String residentId) {
        Caller caller = Caller.current();
        if (!caller.readsFiles()) {
            return false;
        }
        if (caller.standsFor(residentId)
                || caller.isStaffFor(homes.getObject().areaOf(residentId).orElse(null))) {
            return true;
        }
        throw Problem.notFound("no-such-resident");
    }
}
