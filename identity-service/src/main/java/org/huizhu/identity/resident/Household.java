package org.huizhu.identity.resident;

import java.time.LocalDate;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.jspecify.annotations.Nullable;

/**
 * People who live from one purse. {@code number} is that of {@link Registration#householdNumber}; the counts are of
 * the members known here. What follows from the members outranks what was told.
 */
record Household(
        String id,
        @Nullable String number,
        @Nullable HouseholdIncome income,
        @Nullable LocalDate incomeSince,
        @Nullable Boolean elderCarer,
        @Nullable Integer employedMembers,
        @Nullable Integer workableMembers,
        int disabledMembers,
        int severeMembers,
        boolean membersComplete,
        Derived derived) {

    static Household empty(String id, @Nullable String number) {
        return new Household(id, number, null, null, null, null, null, 0, 0, false, Derived.NOTHING);
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
                severeMembers,
                membersComplete,
                derived);
    }

    Household counting(int disabled, int severe, Derived now) {
        return new Household(
                id,
                number,
                income,
                incomeSince,
                elderCarer,
                employedMembers,
                workableMembers,
                disabled,
                severe,
                membersComplete,
                now);
    }

    Household complete(boolean complete) {
        return new Household(
                id,
                number,
                income,
                incomeSince,
                elderCarer,
                employedMembers,
                workableMembers,
                disabledMembers,
                severeMembers,
                complete,
                derived);
    }

    ResidentFacts.Household asFact() {
        return new ResidentFacts.Household(
                id,
                income,
                incomeSince,
                disabledMembers,
                severeMembers,
                derived.elderCarer() == null ? elderCarer : derived.elderCarer(),
                derived.employedMembers() == null ? employedMembers : derived.employedMembers(),
                derived.workableMembers() == null ? workableMembers : derived.workableMembers());
    }
}
