package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.Optional;
import org.huizhu.identity.calendar.WorkingDays;
import org.huizhu.identity.calendar.WorkingDays.Counted;

/** A day with the rules that hold on it and the working days that follow it. */
record OfficeDay(LocalDate date, MatterRules rules, WorkingDays workingDays) {

    /** The last day for something that may take as many working days as {@code rule} says; empty: no limit. */
    Optional<Counted> due(Rule rule) {
        return due(rule, date);
    }

    /** The same, counted from another day. */
    Optional<Counted> due(Rule rule, LocalDate from) {
        return rules.number(rule, date).map(days -> workingDays.plus(from, days));
    }

    Optional<Integer> number(Rule rule) {
        return rules.number(rule, date);
    }

    boolean holds(Rule rule) {
        return rules.holds(rule, date);
    }

    /** The first day on which somebody whose certificate was cancelled may apply again; empty: at once. */
    Optional<LocalDate> reapplyFrom(LocalDate cancelledOn) {
        return number(Rule.REAPPLY_MONTHS).map(cancelledOn::plusMonths);
    }
}
