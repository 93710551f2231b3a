package org.huizhu.platform.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** In which capacity somebody acts: the roles that mean something here, in a fixed order. */
final class Office {

    private static final int LONGEST = 190;
    private static final Set<String> ROLES = Set.of(
            "resident",
            "guardian",
            "community-worker",
            "street-clerk",
            "federation-officer",
            "civil-affairs-officer",
            "finance-officer",
            "policy-officer",
            "auditor",
            "operator",
            "employer",
            "provider",
            "school");
    private static final String BUREAU = "bureau:";

    private Office() {}

    /** As it is stored: role names with commas, without those that the sign-in server adds for itself. */
    static @Nullable String rolesOf(Caller caller) {
        String roles = caller.roles().stream()
                .filter(role -> ROLES.contains(role) || role.matches(BUREAU + "[a-z-]+"))
                .sorted()
                .collect(Collectors.joining(","));
        return roles.isEmpty() ? null : roles.substring(0, Math.min(LONGEST, roles.length()));
    }

    static List<String> roles(@Nullable String stored) {
        return stored == null ? List.of() : Stream.of(stored.split(",")).toList();
    }
}
