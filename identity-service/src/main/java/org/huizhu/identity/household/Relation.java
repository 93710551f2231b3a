package org.huizhu.identity.household;

import java.time.LocalDate;
import java.util.Objects;
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

    /** The same of another file of one of both people. */
    Relation with(String resident, String inPlaceOf) {
        Relation moved = of(
                id,
                kind,
                from.equals(inPlaceOf) ? resident : from,
                to.equals(inPlaceOf) ? resident : to,
                since,
                toldBy);
        return new Relation(id, kind, moved.from, moved.to, since, lastDay, toldBy);
    }

    /** Whether both cannot stand at once: they say the same, or somebody would have two spouses. */
    boolean standsInTheWayOf(Relation other) {
        boolean same = from.equals(other.from) && to.equals(other.to);
        boolean bothOpen = lastDay == null && other.lastDay == null;
        return kind == other.kind
                && (bothOpen ? same || kind == RelationKind.SPOUSE : same && Objects.equals(lastDay, other.lastDay));
    }

    String otherThan(String resident) {
        return from.equals(resident) ? to : from;
    }
}
