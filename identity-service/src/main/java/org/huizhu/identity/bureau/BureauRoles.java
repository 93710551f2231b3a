package org.huizhu.identity.bureau;

import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who may send events and see them. */
final class BureauRoles {

    static final String BUREAUS =
            "hasAnyRole('bureau:civil-affairs', 'bureau:human-resources', 'bureau:education', 'bureau:health',"
                    + " 'bureau:public-security', 'bureau:medical-insurance')";
    static final String BUREAUS_AND_STAFF =
            "hasAnyRole('bureau:civil-affairs', 'bureau:human-resources', 'bureau:education', 'bureau:health',"
                    + " 'bureau:public-security', 'bureau:medical-insurance', 'federation-officer',"
                    + " 'civil-affairs-officer', 'auditor', 'operator')";
    static final String BUREAUS_AND_SETTLERS =
            "hasAnyRole('bureau:civil-affairs', 'bureau:human-resources', 'bureau:education', 'bureau:health',"
                    + " 'bureau:public-security', 'bureau:medical-insurance', 'federation-officer',"
                    + " 'civil-affairs-officer')";
    static final String SETTLERS = "hasAnyRole('federation-officer', 'civil-affairs-officer')";

    private static final String BUREAU = "bureau:";

    private BureauRoles() {}

    /** The bureau to whose events a caller is bound; {@code null} for staff of the district, who see all. */
    static @Nullable String bureauSeen() {
        Set<String> bureaus = bureausOfCaller();
        if (bureaus.isEmpty()) {
            StaffArea.ofDistrict(Caller.current());
            return null;
        }
        return bureaus.iterator().next();
    }

    /** For which the caller may speak. */
    static Set<String> bureausOfCaller() {
        return Caller.current().roles().stream()
                .filter(role -> role.startsWith(BUREAU))
                .map(role -> role.substring(BUREAU.length()))
                .collect(Collectors.toSet());
    }
}
