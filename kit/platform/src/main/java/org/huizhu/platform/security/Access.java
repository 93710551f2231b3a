package org.huizhu.platform.security;

import java.time.InstantSource;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The questions that {@code @PreAuthorize} asks, as bean {@code access}. Who acts for whom is looked up at each call
 * and held against the clock, so that a delegation opens nothing a moment after it was revoked or has run out.
 */
public final class Access {

    private final ObjectProvider<ResidentHomes> homes;
    private final ObjectProvider<Delegations> delegations;
    private final InstantSource clock;

    Access(ObjectProvider<ResidentHomes> homes, ObjectProvider<Delegations> delegations, InstantSource clock) {
        this.homes = homes;
        this.delegations = delegations;
        this.clock = clock;
    }

    /**
     * Whose file the caller means: that of {@code someone} they may read it for or, without one, their own.
     *
     * @throws Problem 404 for anybody else's, and for a caller without a file of their own
     */
    public String residentMeant(@Nullable String someone) {
        Caller caller = Caller.current();
        String meant = someone == null ? caller.residentId() : someone;
        if (meant == null || !standsFor(caller, meant, Scope.READ_FILE)) {
            throw Problem.notFound("no-such-resident");
        }
        return meant;
    }

    /**
     * Whether the caller may read this resident's file: the resident, one who may read it for them, or staff of their
     * area.
     *
     * @throws Problem 404 for anybody else of these roles, who are told no more than if there were no such resident
     */
    public boolean reads(String residentId) {
        Caller caller = Caller.current();
        if (!caller.readsFiles()) {
            return false;
        }
        if (standsFor(caller, residentId, Scope.READ_FILE)
                || caller.isStaffFor(homes.getObject().areaOf(residentId).orElse(null))) {
            return true;
        }
        throw Problem.notFound("no-such-resident");
    }

    /**
     * Whether the caller may do this in the resident's place: the resident, or one who was given this scope. Staff act
     * by their own right and not in anybody's place; ask for their role first: {@code hasRole(…) or @access.acts(…)}.
     *
     * @throws Problem 404 for anybody else with the role of a resident or guardian
     */
    public boolean acts(String residentId, Scope scope) {
        Caller caller = Caller.current();
        if (!caller.isPerson()) {
            return false;
        }
        if (standsFor(caller, residentId, scope)) {
            return true;
        }
        throw Problem.notFound("no-such-resident");
    }

    private boolean standsFor(Caller caller, String residentId, Scope scope) {
        if (caller.is(residentId)) {
            return true;
        }
        Delegations known = delegations.getIfAvailable();
        return caller.isPerson() && known != null && known.allow(caller.subject(), residentId, scope, clock.instant());
    }
}
