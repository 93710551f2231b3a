package org.huizhu.identity.household;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of households as sent, with nothing checked. */
final class Change {

    private Change() {}

    /** Somebody and what they are to the head. */
    record MemberPart(@Nullable String residentId, @Nullable String relation) {}

    /** A household of its own for these, who leave the ones they are in. One of them is the head. */
    record Found(
            @Nullable List<@Nullable MemberPart> members,
            @Nullable String since,
            @Nullable String toldBy) {}

    /** Somebody who comes in. */
    record Join(
            @Nullable String residentId,
            @Nullable String relation,
            @Nullable String since,
            @Nullable String toldBy) {}

    /** Somebody who goes, and into no other household. */
    record Leave(@Nullable String lastDay) {}

    /** The members with what each is to the new head, who is one of them. */
    record Head(
            @Nullable List<@Nullable MemberPart> members,
            @Nullable String toldBy) {}

    /** Whether all members are entered. */
    record Complete(@Nullable Boolean complete) {}
}
