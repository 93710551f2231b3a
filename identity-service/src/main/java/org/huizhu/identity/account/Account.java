package org.huizhu.identity.account;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is to be at Keycloak. {@code subject} is Keycloak's id of it, known once it is there; {@code name} is
 * that of staff, residents' accounts have none. Who has died is shut out whatever {@code enabled} says. {@code version} is
 * how often it was written since it was made.
 */
record Account(
        String id,
        @Nullable String subject,
        @Nullable String username,
        @Nullable String residentId,
        @Nullable String name,
        @Nullable String area,
        Set<String> roles,
        boolean enabled,
        boolean deceased,
        int version) {

    static Account ofResident(String id, String username, String residentId) {
        return new Account(id, null, username, residentId, null, null, Set.of(StaffRoles.RESIDENT), true, false, 0);
    }

    boolean isStaff() {
        return roles.stream().anyMatch(StaffRoles.ALL::contains);
    }

    boolean maySignIn() {
        return enabled && !deceased;
    }

    Account linkedWith(String resident) {
        Set<String> more = new TreeSet<>(roles);
        more.add(StaffRoles.RESIDENT);
        return new Account(id, subject, username, resident, name, area, more, enabled, deceased, version);
    }

    Account whoDied(boolean died) {
        return new Account(id, subject, username, residentId, name, area, roles, enabled, died, version);
    }

    Account enabled(boolean on) {
        return new Account(id, subject, username, residentId, name, area, roles, on, deceased, version);
    }

    /** With other roles and another area; being somebody's own account is not a role that staff give. */
    Account working(Collection<String> staffRoles, @Nullable String newArea) {
        Set<String> others = new TreeSet<>(staffRoles);
        if (residentId != null) {
            others.add(StaffRoles.RESIDENT);
        }
        return new Account(id, subject, username, residentId, name, newArea, others, enabled, deceased, version);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
