package org.huizhu.identity.resident;

import java.time.LocalDate;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.jspecify.annotations.Nullable;

/** What was told of somebody's household; without a number it is the one they are in, or one of their own. */
public record HouseholdClaim(
        @Nullable String number,
        @Nullable HouseholdIncome income,
        @Nullable LocalDate incomeSince,
        @Nullable Boolean elderCarer,
        @Nullable Integer employedMembers,
        @Nullable Integer workableMembers) {

    /** A day without an income tells since when the one that is held has been so. */
    HouseholdClaim completedBy(Household held) {
        return income != null || incomeSince == null
                ? this
                : new HouseholdClaim(number, held.income(), incomeSince, elderCarer, employedMembers, workableMembers);
    }
}
