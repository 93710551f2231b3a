package org.huizhu.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Who may open which page, as the services say it; what they show there they decide again for each person. */
public final class Staff {

    /** Who works on certificates, or looks at that work; civil affairs is led on to the search. */
    public static final String WORK = "hasAnyRole('community-worker', 'street-clerk', 'federation-officer', 'provider',"
            + " 'auditor', 'civil-affairs-officer')";

    /** Who sees a certificate matter. */
    public static final String MATTERS =
            "hasAnyRole('community-worker', 'street-clerk', 'federation-officer', 'provider', 'auditor')";

    /** Who moves one on. */
    public static final String STEPS =
            "hasAnyRole('community-worker', 'street-clerk', 'federation-officer', 'provider')";

    /** Who finds people. */
    public static final String SEARCH = "hasAnyRole('community-worker', 'street-clerk', 'federation-officer',"
            + " 'civil-affairs-officer', 'auditor')";

    /** Who reads a file. */
    public static final String FILES = "hasAnyRole('community-worker', 'street-clerk', 'federation-officer',"
            + " 'civil-affairs-officer', 'finance-officer', 'policy-officer', 'auditor')";

    /** Who may see one in clear. */
    public static final String CLEAR = "hasAnyRole('community-worker', 'street-clerk', 'federation-officer',"
            + " 'civil-affairs-officer', 'finance-officer')";

    /** Who files for somebody at the window. */
    public static final String COUNTER = "hasAnyRole('community-worker', 'street-clerk', 'federation-officer')";

    /** Who answers what residents object to. */
    public static final String OBJECTIONS = "hasAnyRole('street-clerk', 'federation-officer', 'civil-affairs-officer')";

    /** The diagnosis. */
    public static final String DIAGNOSIS = "hasAnyRole('federation-officer', 'provider')";

    private static final List<String> WORKERS =
            List.of("federation-officer", "street-clerk", "community-worker", "provider");

    private static final List<String> ANSWERING =
            List.of("street-clerk", "federation-officer", "civil-affairs-officer");

    private Staff() {}

    /** In which role somebody works on certificates; the one that may do most. Empty for who only looks. */
    public static Optional<String> workingRole(HttpServletRequest request) {
        return WORKERS.stream().filter(request::isUserInRole).findFirst();
    }

    /** Whether somebody answers objections: others read that there are some. */
    public static boolean answersObjections(HttpServletRequest request) {
        return ANSWERING.stream().anyMatch(request::isUserInRole);
    }

    /** Whether somebody files at the window. */
    public static boolean isAtCounter(HttpServletRequest request) {
        return workingRole(request).filter(role -> !role.equals("provider")).isPresent();
    }
}
