package org.huizhu.identity.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.identity.resident.HeldFile;
import org.jspecify.annotations.Nullable;

/** A household with its members, masked, and each fact with where it comes from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HouseholdView(
        String id,
        @Nullable HouseholdIncome income,
        @Nullable LocalDate incomeSince,
        boolean membersComplete,
        List<FactView> facts,
        List<MemberView> members,
        List<MemberView> former) {

    /** Where a fact of a household comes from. */
    enum Source {
        /** It follows from the members. */
        MEMBERS,
        /** Somebody told it in a registration or a file. */
        TOLD
    }

    /** {@code value}: a number or true or false. */
    record FactView(String name, Object value, Source source) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            HeldFile.Brief person,
            @Nullable MemberRelation relation,
            @Nullable ToldBy toldBy,
            @Nullable LocalDate since,
            @Nullable LocalDate lastDay) {}
}
