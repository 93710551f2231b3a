package org.huizhu.identity.household;

import java.util.List;
import org.huizhu.identity.resident.ArrangeHouseholds;
import org.huizhu.identity.resident.MergeFollower;
import org.springframework.stereotype.Component;

/**
 * Lets the relations of a closed file stand under the one that goes on. One that the survivor has too, or that cannot stand
 * beside what it has, stays with the closed file, as does one between both.
 */
@Component
class CarryRelations implements MergeFollower {

    private final Relations relations;
    private final ArrangeHouseholds households;

    CarryRelations(Relations relations, ArrangeHouseholds households) {
        this.relations = relations;
        this.households = households;
    }

    @Override
    public void merged(String survivor, String closed) {
        List<Relation> theirs = relations.of(closed);
        List<Relation> own = relations.of(survivor);
        theirs.stream()
                .map(relation -> relation.with(survivor, closed))
                .filter(moved -> !moved.from().equals(moved.to()))
                .filter(moved -> own.stream().noneMatch(held -> held.standsInTheWayOf(moved)))
                .forEach(moved -> relations.moveFrom(closed, moved));
        recount(theirs);
    }

    @Override
    public void parted(String survivor, String closed) {
        relations.moveBack(
                closed,
                relations.movedFrom(closed).stream()
                        .map(moved -> moved.with(closed, survivor))
                        .toList());
        recount(relations.of(closed));
    }

    /** Who is cared for by whom counts in the household of the one who is cared for. */
    private void recount(List<Relation> changed) {
        if (!changed.isEmpty()) {
            households.recountOf(
                    changed.stream().map(Relation::to).distinct().sorted().toList());
        }
    }
}
