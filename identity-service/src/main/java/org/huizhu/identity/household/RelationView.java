package org.huizhu.identity.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.huizhu.identity.resident.HeldFile;
import org.jspecify.annotations.Nullable;

/**
 * A relation as seen from one of both. {@code direction}: whether this resident is the first (FROM), the second (TO), or
 * neither because it is mutual. Of somebody who lives outside the reader's area nothing is shown but {@code elsewhere}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationView(
        String id,
        RelationKind kind,
        Direction direction,
        HeldFile.@Nullable Brief other,
        boolean elsewhere,
        @Nullable LocalDate since,
        @Nullable LocalDate lastDay,
        ToldBy toldBy) {

    enum Direction {
        FROM,
        TO,
        MUTUAL
    }

    static RelationView of(Relation relation, String seenFrom, HeldFile.@Nullable Brief other) {
        Direction direction = relation.kind().isMutual()
                ? Direction.MUTUAL
                : relation.from().equals(seenFrom) ? Direction.FROM : Direction.TO;
        return new RelationView(
                relation.id(),
                relation.kind(),
                direction,
                other,
                other == null,
                relation.since(),
                relation.lastDay(),
                relation.toldBy());
    }
}
