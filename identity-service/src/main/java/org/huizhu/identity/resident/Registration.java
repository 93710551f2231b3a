package org.huizhu.identity.resident;

import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.jspecify.annotations.Nullable;

/**
 * One person's certificate and circumstances as told by a form or a line of a file, every part checked. Without a
 * certificate it is somebody who has none, or none yet: an applicant, a member of a household.
 */
public record Registration(
        Person person,
        Situation situation,
        @Nullable CertificateClaim certificate,
        @Nullable HouseholdClaim household) {

    private static final int DISTRICT_DIGITS = 6;

    /**
     * The number by which the household is found, if one was told: it counts within the district of the home, because
     * each district numbers its own.
     */
    @Nullable
    String householdNumber() {
        if (household == null || household.number() == null) {
            return null;
        }
        String place = situation
                .home()
                .asOptional()
                .map(Home::street)
                .or(() -> situation.hukou().asOptional().map(Hukou::area))
                .orElse("");
        return place.substring(0, Math.min(DISTRICT_DIGITS, place.length())) + ":" + household.number();
    }
}
