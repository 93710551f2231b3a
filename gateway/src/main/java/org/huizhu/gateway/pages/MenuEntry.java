package org.huizhu.gateway.pages;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * One entry of the menu. Whoever has a page that belongs there declares a bean of this type beside it.
 *
 * @param order from left to right; everybody's pages begin at 100, residents' at 200, staff's at 300
 * @param key of its text in the bundles
 * @param roles who sees it; everybody if there is none
 */
public record MenuEntry(int order, String path, String key, Set<String> roles) {

    /** Who works for residents or for the platform. */
    public static final Set<String> STAFF = Set.of(
            "community-worker",
            "street-clerk",
            "federation-officer",
            "civil-affairs-officer",
            "finance-officer",
            "policy-officer",
            "auditor",
            "operator");

    /** Seen by everybody, signed in or not. */
    public static MenuEntry forEverybody(int order, String path, String key) {
        return new MenuEntry(order, path, key, Set.of());
    }

    /** Seen by who has one of the roles. */
    public static MenuEntry forRoles(int order, String path, String key, Set<String> roles) {
        return new MenuEntry(order, path, key, roles);
    }

    boolean isFor(Collection<String> rolesOfReader) {
        return roles.isEmpty() || !Collections.disjoint(roles, rolesOfReader);
    }
}
