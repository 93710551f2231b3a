package org.huizhu.identity.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody's time in a household. */
record Member(
        String residentId,
        String householdId,
        @Nullable MemberRelation relation,
        @Nullable ToldBy toldBy,
        @Nullable LocalDate since,
        @Nullable LocalDate lastDay) {

    boolean isPresent() {
        return lastDay == null;
    }
}
