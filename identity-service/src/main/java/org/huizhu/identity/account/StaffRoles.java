package org.huizhu.identity.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Which roles there are for staff, who may give them, with what area, and which do not go together. */
final class StaffRoles {

    static final String RESIDENT = "resident";
    static final String OPERATOR = "operator";

    private static final int COMMUNITY_DIGITS = 12;
    private static final int STREET_DIGITS = 9;
    private static final int DISTRICT_DIGITS = 6;

    /** Each role with how many digits its area has at least: a clerk of a street is not one of the district. */
    private static final Map<String, Integer> LEAST_DIGITS = Map.of(
            "community-worker",
            COMMUNITY_DIGITS,
            "street-clerk",
            STREET_DIGITS,
            "federation-officer",
            DISTRICT_DIGITS,
            "civil-affairs-officer",
            DISTRICT_DIGITS,
            "finance-officer",
            DISTRICT_DIGITS,
            "policy-officer",
            DISTRICT_DIGITS,
            "auditor",
            DISTRICT_DIGITS,
            OPERATOR,
            DISTRICT_DIGITS);

    static final Set<String> ALL = LEAST_DIGITS.keySet();

    /** Who may give which role: operators those of staff; nobody else any, and nobody those of bureaus and systems. */
    private static final Map<String, Set<String>> GRANTS = Map.of(OPERATOR, ALL);

    /** Whoever checks must not do, and whoever makes accounts must not pay or make rules with them. */
    private static final List<Set<String>> APART = List.of(
            Set.of("auditor", OPERATOR),
            Set.of("auditor", "finance-officer"),
            Set.of("auditor", "federation-officer"),
            Set.of("auditor", "civil-affairs-officer"),
            Set.of("auditor", "policy-officer"),
            Set.of("auditor", "street-clerk"),
            Set.of("auditor", "community-worker"),
            Set.of(OPERATOR, "finance-officer"),
            Set.of(OPERATOR, "policy-officer"));

    private StaffRoles() {}

    /** What is wrong with one who has {@code giver} roles giving an account these roles and this area. */
    static List<Fault> faults(Set<String> giver, Collection<String> roles, @Nullable String area) {
        List<Fault> faults = new ArrayList<>();
        if (roles.isEmpty()) {
            faults.add(Fault.of("roles", "required"));
        }
        for (String role : roles) {
            if (giver.stream()
                    .noneMatch(own -> GRANTS.getOrDefault(own, Set.of()).contains(role))) {
                faults.add(Fault.of("roles", "role-not-yours-to-give", role));
            } else if (area != null && area.length() < LEAST_DIGITS.getOrDefault(role, DISTRICT_DIGITS)) {
                faults.add(Fault.of("area", "area-too-wide", role, LEAST_DIGITS.getOrDefault(role, DISTRICT_DIGITS)));
            }
        }
        APART.stream()
                .filter(pair -> Set.copyOf(roles).containsAll(pair))
                .forEach(pair -> faults.add(Fault.of("roles", "roles-apart", String.join(", ", pair))));
        return faults;
    }
}
