package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.Earlier;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.identity.report.Account;
import org.huizhu.identity.report.Timeline.Span;
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
        Derived derived,
        List<Earlier> earlier,
        @Nullable LocalDate nextChangeOn) {

    static Household empty(String id, @Nullable String number) {
        return new Household(id, number, null, null, null, null, null, 0, 0, false, Derived.NOTHING, List.of(), null);
    }

    /** This household as written down, with what that account says held before that day. */
    Household asWritten(Account account, LocalDate today) {
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
                membersComplete,
                derived,
                new AsSaid(account, today).earlier(),
                nextChangeOn);
    }

    /** This household as that account has it on that day. */
    Household asSaid(Account account, LocalDate today) {
        Span<HouseholdIncome> incomeNow = account.income().on(today).orElse(null);
        return new Household(
                id,
                number,
                incomeNow == null ? null : incomeNow.value(),
                incomeNow == null ? null : incomeNow.from(),
                account.elderCarer().on(today).map(Span::value).orElse(null),
                account.employedMembers().on(today).map(Span::value).orElse(null),
                account.workableMembers().on(today).map(Span::value).orElse(null),
                disabledMembers,
                severeMembers,
                membersComplete,
                derived,
                new AsSaid(account, today).earlier(),
                account.nextChange(today).orElse(null));
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
                now,
                earlier,
                nextChangeOn);
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
                derived,
                earlier,
                nextChangeOn);
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
