package org.huizhu.identity.resident;

import java.time.LocalDate;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.jspecify.annotations.Nullable;

/** People who live from one purse. {@code number} is that of {@link Registration#householdNumber}; the counts are of the members known here. */
record Household(
        String id,
        @Nullable String number,
        @Nullable HouseholdIncome income,
        @Nullable LocalDate incomeSince,
        @Nullable Boolean elderCarer,
        @Nullable Integer employedMembers,
        @Nullable Integer workableMembers,
        int disabledMembers,
        int severeMembers) {

    static Household empty(String id, @Nullable String number) {
        return new Household(id, number, null, null, null, null, null, 0, 0);
    }

    /** This household as told now; what is not told stays. */
    Household updatedBy(HouseholdClaim told) {
        boolean sameIncome = told.income() == null || told.income() == income;
        return new Household(
                id,
                number,
                told.income() == null ? income : told.income(),
                sameIncome && told.incomeSince() == null ? incomeSince : told.incomeSince(),
                told.elderCarer() == null ? elderCarer : told.elderCarer(),
                told.employedMembers() == null ? employedMembers : told.employedMembers(),
                told.workableMembers() == null ? workableMembers : told.workableMembers(),
                disabledMembers,
                severeMembers);
    }

    Household counting(int disabled, int severe) {
        return new Household(
                id, number, income, incomeSince, elderCarer, employedMembers, workableMembers, disabled, severe);
    }

    ResidentFacts.Household asFact() {
        return new ResidentFacts.Household(
                id, income, incomeSince, disabledMembers, severeMembers, elderCarer, employedMembers, workableMembers);
    }
}
