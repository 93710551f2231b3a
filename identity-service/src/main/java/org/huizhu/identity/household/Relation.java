package org.huizhu.identity.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code from} is the … {@code kind} of {@code to}; of mutual kinds the one with the lower id. */
record Relation(
        String id,
        RelationKind kind,
        String from,
        String to,
        @Nullable LocalDate since,
        @Nullable LocalDate lastDay,
        ToldBy toldBy) {

    static Relation of(String id, RelationKind kind, String from, String to, @Nullable LocalDate since, ToldBy toldBy) {
        boolean turned = kind.isMutual() && from.compareTo(to) > 0;
        return new Relation(id, kind, turned ? to : from, turned ? from : to, since, null, toldBy);
    }

    String otherThan(String resident) {
        return from.equals(resident) ? to : from;
    }
}
